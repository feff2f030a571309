// title: Who said what about X
// asks: What did people say about a person, an organisation or a place?
// params: name: string, limit: integer = 100
// example: name=Hamas limit=5
MATCH (q:Quote)-[:ABOUT]->(x:Person|Organization|Place)
WHERE toLower($name) IN x.keys
MATCH (a:Article)-[:CONTAINS]->(q)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN coalesce(q.speakerName, q.speakerText) AS speaker, q.text AS words, q.quoteKind AS kind, x.name AS about,
       o.name AS outlet, a.publishedAt AS published, a.id AS article, q.start AS start, q.`end` AS `end`
ORDER BY published, article, start, q.id, about, outlet
LIMIT $limit
