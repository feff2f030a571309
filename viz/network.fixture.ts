/** A small graph for the tests of the viewer's pure parts. */
import type { GraphAnswer, GraphEntity, GraphMeeting } from "../src/app/api-graph.ts";
import type { Modality } from "../src/domain/meeting.ts";
import type { EntityType } from "../src/domain/mention.ts";

const entity = (id: string, type: EntityType): GraphEntity => ({ id, type, name: id.toUpperCase(), mentions: 3, articles: 2, x: 0, y: 0 });

const meeting = (id: string, modality: Modality, independentSources: number): GraphMeeting => ({
  ...{ id, title: id, modality, modalities: [modality], manner: "talks", from: "2031-03-04", to: "2031-03-04", precision: "day" },
  ...{ unnamed: [], articles: independentSources, independentSources, x: 1, y: 1 },
});

/**
 * Ada and Ben met in Oslo (held); Ada and the union plan to meet; Ben serves the union; Ada spoke about Cy, whom no meeting reaches;
 * nothing at all reaches Doha.
 */
export const smallGraph: GraphAnswer = {
  entities: [
    entity("ada", "PERSON"),
    entity("ben", "PERSON"),
    entity("cy", "PERSON"),
    entity("union", "ORGANIZATION"),
    entity("oslo", "PLACE"),
    entity("doha", "PLACE"),
  ],
  meetings: [meeting("m-held", "held", 3), meeting("m-planned", "planned", 1)],
  participants: [
    { entity: "ada", meeting: "m-held", named: true },
    { entity: "ben", meeting: "m-held", named: true },
    { entity: "ada", meeting: "m-planned", named: true },
    { entity: "union", meeting: "m-planned", named: false },
  ],
  places: [{ meeting: "m-held", place: "oslo" }],
  roles: [{ person: "ben", of: "union", title: "chair", former: false }],
  statements: [{ speaker: "ada", about: "cy", quotes: ["q1", "q2"] }],
  articles: [],
};
