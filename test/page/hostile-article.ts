/** An article that attacks whoever shows it. Every field of it must end up on the page as the characters it consists of. */
import type { AnnotatedArticle } from "../../src/domain/annotation.ts";
import type { TextSpan } from "../../src/domain/span.ts";

/** A name that would run a script if it were taken for markup. */
export const hostileName = '<img src=x onerror="document.title=`ran`">';

/** A name of a place that would run a script if it were taken for an address. */
export const hostilePlace = "javascript:document.title=`ran`";

/** How an article writes a name to turn the direction of all that follows, and what is left of it as a name. */
export const [turningName, turnedName] = ["\u202egro.live", "gro.live"] as const;

/** Markup for names, title, outlet and file, and a link that is a script. */
export function hostileArticle(): AnnotatedArticle {
  const text = `${hostileName} met <b>Bold</b> Harbour in ${hostilePlace} with ${turningName} on Monday. “<script>document.title=\`ran\`</script>,” ${hostileName} said.\n`;
  const spanOf = (words: string, from = 0): TextSpan => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length, text: words };
  };
  const [attacker, harbour, place, turning] = [
    spanOf(hostileName),
    spanOf("<b>Bold</b> Harbour"),
    spanOf(hostilePlace),
    spanOf(turningName),
  ];
  const sentence = { start: 0, end: text.indexOf(" “"), text: text.slice(0, text.indexOf(" “")) };
  const speech = spanOf("“<script>document.title=`ran`</script>,”");
  const speaker = spanOf(hostileName, speech.end);
  const mention = { type: "PERSON", form: "name", entity: "person:img", confidence: 0.9 } as const;
  return {
    annotation: {
      id: "article:hostile",
      file: '"><svg onload=alert(1)>.txt',
      title: '"><svg onload="document.title=`ran`">',
      publishedAt: "2031-03-07",
      outlet: "</script><script>document.title=`ran`</script>",
      url: "javascript:document.title=`ran`",
      mentions: [
        { ...attacker, ...mention },
        { ...harbour, ...mention, type: "ORGANIZATION", entity: "organization:bold" },
        { ...place, ...mention, type: "PLACE", entity: "place:script" },
        { ...turning, ...mention, entity: "person:turning" },
        { ...speaker, ...mention },
      ],
      entities: [
        { id: "person:img", type: "PERSON", name: hostileName, aliases: ["<s>struck</s>"], roles: [] },
        { id: "organization:bold", type: "ORGANIZATION", name: "<b>Bold</b> Harbour", aliases: [], roles: [] },
        { id: "place:script", type: "PLACE", name: hostilePlace, aliases: [], roles: [] },
        { id: "person:turning", type: "PERSON", name: turningName, aliases: [], roles: [] },
      ],
      quotes: [
        {
          ...speech,
          kind: "direct",
          cue: spanOf("said", speaker.end),
          speaker: { ...speaker, entity: "person:img" },
          confidence: 0.9,
          decidedBy: "fixture",
        },
      ],
      meetings: [
        {
          participants: [
            { ...attacker, entity: "person:img", named: true },
            { ...harbour, entity: "organization:bold", named: true },
            { ...turning, entity: "person:turning", named: true },
          ],
          modality: "held",
          manner: "in-person",
          place: "place:script",
          date: null,
          trigger: spanOf("met"),
          evidence: sentence,
          attribution: [],
          confidence: 0.8,
          decidedBy: "fixture",
        },
      ],
      skipped: [],
    },
    text,
    path: null,
  };
}
