#!/usr/bin/env bash
# Intl's minor units of currencies are not those of ISO 4217.
#
# What:    node 24.21.0 (ICU), against currency-codes 2.2.0 (which carries ISO 4217's list).
# Guess:   a currency's maximumFractionDigits is its minor unit of ISO 4217, as ECMA-402 says ("CurrencyDigits").
# Seen:    ICU takes them from CLDR, which says what people use in cash. 16 currencies of states differ; an amount that is kept
#          in minor units, and shown or read with Intl's digits, is wrong by a hundred or (IQD) a thousand.
# Source:  ECMA-402, CurrencyDigits; CLDR, supplemental currencyData "digits"; ISO 4217 list one.
# Output:  AFN 2 0, ALL 2 0, COP 2 0, HUF 2 0, IDR 2 0, IQD 3 0, IRR 2 0, KPW 2 0, LAK 2 0, LBP 2 0, MGA 2 0, MMK 2 0, PKR 2 0,
#          SOS 2 0, SYP 2 0, YER 2 0 (code, ISO 4217, Intl)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund node@24.21.0 currency-codes@2.2.0
cat > look.mjs <<'JS'
import codes from "currency-codes";

// Metals, funds and codes for tests, which nobody pays in.
const ofStates = codes.codes().filter((code) => !code.startsWith("X"));
const differ = ofStates.flatMap((code) => {
  const iso = codes.code(code).digits;
  const { maximumFractionDigits } = new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions();
  return maximumFractionDigits === iso ? [] : [`${code} ${iso} ${maximumFractionDigits}`];
});
console.log(differ.join(", "));
JS
seen=$(node_modules/.bin/node look.mjs)
echo "$seen"
for one in "COP 2 0" "HUF 2 0" "IQD 3 0" "PKR 2 0"; do
  case "$seen" in
    *"$one"*) ;;
    *) echo "changed: not any more: $one"; exit 1 ;;
  esac
done
