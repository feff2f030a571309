// title: Meetings that did not come about
// asks: Which meetings were called off, refused or denied, and what do the articles say?
// params: limit: integer = 100
// example:
MATCH (m:Meeting)
WHERE (m.modality = 'cancelled' OR m.modality = 'refused' OR m.modality = 'denied') AND m.id >= ''
WITH m
ORDER BY m.id
LIMIT $limit
MATCH (m)<-[:REPORTS]-(c:Claim)
WITH m, c
MATCH (c)<-[:MAKES]-(a:Article)
RETURN m.title AS meeting, m.modality AS modality,
       CASE WHEN c.manual IS NULL THEN c.text ELSE a.title END AS sentence, a.publishedAt AS published, a.id AS article
ORDER BY meeting, m.id, published, article, c.start, c.id
LIMIT $limit
