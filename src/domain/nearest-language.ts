/** Which of our languages somebody reads whose platform or browser names theirs. */

const baseOf = (tag: string): string => tag.split(/[-_]/u)[0] ?? tag;

/**
 * The code of the language that is spoken for a tag: 'es-MX' is 'es' where there is no 'es-MX'; 'pt' and 'pt-PT' are 'pt-BR'
 * where there is nothing nearer. Undefined where there is none of that language.
 *
 * @param tag as platforms write them: `pt-BR`, `pt_br`, `pt`
 * @param codes as the folders of `locales/` are called
 */
export function nearestLanguage(tag: string, codes: Iterable<string>): string | undefined {
  const wanted = tag.toLowerCase().replaceAll("_", "-");
  const known = [...codes];
  const parts = wanted.split("-");
  for (let length = parts.length; length > 0; length--) {
    const shorter = parts.slice(0, length).join("-");
    const found = known.find((code) => code.toLowerCase() === shorter);
    if (found !== undefined) return found;
  }
  return known.find((code) => baseOf(code.toLowerCase()) === baseOf(wanted));
}
