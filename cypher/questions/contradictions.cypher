// title: Contradictions
// asks: About which meetings do the articles disagree, and what does each one say?
// params: limit: integer = 200
// example:
MATCH (a:Article)-[:MAKES]->(c:Claim)-[:REPORTS]->(m:Meeting)
WHERE size(m.modalities) > 1
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN m.title AS meeting, c.modality AS modality, o.name AS outlet, a.publishedAt AS published,
       CASE WHEN c.manual IS NULL THEN c.text ELSE a.title END AS sentence,
       a.id AS article, c.start AS start, c.`end` AS `end`
ORDER BY m.independentSources DESC, meeting, m.id, published, article, start, c.id, outlet
LIMIT $limit
