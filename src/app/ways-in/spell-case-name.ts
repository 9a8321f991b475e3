/**
 * The name of a case as it is spelled where there is one: mail programs write addresses in small letters, and no address holds a space, so that
 * `martin-12` means the case “Martin 12”. The name itself when there is none alike; undefined when several are, or several teams have one of that name.
 */
export function spellCaseName(name: string, cases: readonly string[]): string | undefined {
  const same = cases.filter((one) => one === name);
  if (same.length > 0) return same.length > 1 ? undefined : name;
  const alike = cases.filter((one) => folded(one) === folded(name));
  return alike.length > 1 ? undefined : (alike[0] ?? name);
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ ._-]+/g, ' ');
}
