// title: Meetings with one source
// asks: Which meetings does only one independent source report?
// params: limit: integer = 100
// example: limit=3
MATCH (m:Meeting)
WHERE m.independentSources = 1 AND m.id >= ''
WITH m
ORDER BY m.id
LIMIT $limit
MATCH (m)<-[:REPORTS]-(c:Claim)
WITH m, c
MATCH (c)<-[:MAKES]-(a:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN m.title AS meeting, c.modality AS modality, o.name AS outlet, a.publishedAt AS published,
       CASE WHEN c.manual IS NULL THEN c.text ELSE a.title END AS sentence,
       a.id AS article, c.start AS start, c.`end` AS `end`
ORDER BY meeting, m.id, published, article, start, c.id, outlet
LIMIT $limit
