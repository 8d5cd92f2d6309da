#!/usr/bin/env bash
# ical-generator writes a calendar whose last line does not end.
#
# What:    ical-generator 11.1.2 on node 24.21.0.
# Guess:   what a library for iCalendar writes is an iCalendar object: each line ends in CRLF, the last one too.
# Seen:    after "END:VCALENDAR" there is nothing. Strict readers refuse it, and two such files put together are one broken line.
#          Whoever serves or stores it has to add the CRLF, and must then count it in lengths and tags.
# Source:  RFC 5545, 3.1 ("delimited by a line break, which is a CRLF sequence") and 3.4 ("END" ":" "VCALENDAR" CRLF).
# Output:  "EVENT\r\nEND:VCALENDAR"
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
printf '{"private":true,"type":"module"}' > package.json
npm install --silent --no-audit --no-fund node@24.21.0 ical-generator@11.1.2
cat > look.mjs <<'JS'
import ical from "ical-generator";

const calendar = ical({ name: "Meetings" });
calendar.createEvent({ id: "1", start: new Date(Date.UTC(2026, 4, 1, 10)), stamp: new Date(0), summary: "Meeting" });
const text = calendar.toString();
console.log(JSON.stringify(text.slice(-20)));
process.exit(text.endsWith("END:VCALENDAR") ? 0 : 1);
JS
node_modules/.bin/node look.mjs || { echo "changed: the last line ends"; exit 1; }
