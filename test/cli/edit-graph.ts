/** What a person does to an export: adds somebody who met a person of ours, with a role, and saves it as their own. */

/** The export with what was drawn, in the same format. */
export function editGexf(gexf: string, met: string): string {
  const person = '<node id="7" label="Karim Haddad"><attvalues><attvalue for="kind" value="Person"/></attvalues></node>';
  const body = '<node id="8" label="Harbour Trust"><attvalues><attvalue for="kind" value="Organization"/></attvalues></node>';
  const role =
    '<edge id="r" source="7" target="8"><attvalues><attvalue for="kind" value="HAS_ROLE"/><attvalue for="title" value="chair"/></attvalues></edge>';
  const line = `<edge id="m" source="${met}" target="7" label="met"><attvalues><attvalue for="first" value="2025-03-01"/><attvalue for="last" value="2025-03-01"/></attvalues></edge>`;
  return gexf
    .replace("<meta>", '<meta lastmodifieddate="2025-04-02">')
    .replace("<creator>Whomet</creator>", "<creator>Anna Editor</creator>")
    .replace("</nodes>", `${person}${body}</nodes>`)
    .replace("</edges>", `${role}${line}</edges>`);
}
