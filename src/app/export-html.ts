/** The viewer with its graph and texts as one file, which asks nobody for anything: `whomet export --format html`. */
import type { ArticleAnswer, EntityCard } from "../domain/answer.ts";
import type { MeetingAnswer } from "./api-meeting.ts";
import type { NetworkPage } from "./api-network.ts";

/** What the page carries: the same answers that a server would give. */
export interface SavedGraph {
  readonly network: NetworkPage;
  readonly entities: Readonly<Record<string, EntityCard>>;
  readonly meetings: Readonly<Record<string, MeetingAnswer>>;
  readonly articles: Readonly<Record<string, ArticleAnswer>>;
}
