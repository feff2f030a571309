/**
 * What other programs may import from "whomet": read articles, annotate them, build the graph, keep it in a store, ask it. Everything
 * else is ours to change.
 */
export { type Annotator, loadAnnotator } from "./annotate/news-pipeline.ts";
export type {
  AnnotatedArticle,
  AnnotatedDate,
  AnnotatedEntity,
  AnnotatedMeeting,
  AnnotatedMention,
  AnnotatedParticipant,
  AnnotatedQuote,
  AnnotatedRole,
  AnnotatedSkip,
  Annotation,
  EntityReference,
} from "./domain/annotation.ts";
export type * from "./domain/answer.ts";
export type { Article, Furniture } from "./domain/article.ts";
export { type Outcome, UserError, type UserErrorCode } from "./domain/errors.ts";
export type {
  GraphNode,
  GraphRelationship,
  KnowledgeGraph,
  NodeLabel,
  RelationshipType,
} from "./domain/knowledge-graph.ts";
export { type DatePrecision, type Manner, type Modality, manners, modalities } from "./domain/meeting.ts";
export { type EntityType, entityTypes } from "./domain/mention.ts";
export type { Span, TextSpan } from "./domain/span.ts";
export { type BuildOptions, type BuiltGraph, buildGraph } from "./graph/build-graph.ts";
export { type ExportFile, type ExportFormat, exportFormats, writeExport } from "./graph/export-graph.ts";
export { nodeSchemas, relationshipSchemas } from "./graph/graph-schema.ts";
export { loadNameTables, type NameTables } from "./graph/name-tables.ts";
export { article, connection, entityCard, findEntities, met, said, search } from "./store/answers.ts";
export type {
  ChangeCount,
  GraphStore,
  LoadReport,
  QueryOptions,
  QueryParameters,
  QueryResult,
  QueryValue,
  StoredArticle,
} from "./store/graph-store.ts";
export { type OpenStoreOptions, openStore } from "./store/open-store.ts";
export { askQuestion, findQuestion, listQuestions, type Question, type QuestionParameter } from "./store/questions.ts";
export { type GivenMetadata, nothingGiven } from "./text/given-metadata.ts";
export { type ArticleSource, makeArticle } from "./text/make-article.ts";
export { type ReadOptions, readArticles } from "./text/read-articles.ts";
