// title: What did X say
// asks: What do the articles report a person or organisation to have said?
// params: name: string, limit: integer = 100
// example: name=Netanyahu
MATCH (x:Person|Organization)-[s:SAID]->(q:Quote)
WHERE toLower($name) IN x.keys
MATCH (a:Article)-[:CONTAINS]->(q)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN x.name AS speaker, q.text AS words, q.quoteKind AS kind, s.confidence AS confidence,
       o.name AS outlet, a.publishedAt AS published, a.id AS article, q.start AS start, q.`end` AS `end`
ORDER BY published, article, start, q.id, speaker, outlet
LIMIT $limit
