// title: Meetings that did not come about
// asks: Which meetings were called off, refused or denied, and what do the articles say?
// params: limit: integer = 100
// example:
MATCH (m:Meeting)
WHERE m.modality = 'cancelled' OR m.modality = 'refused' OR m.modality = 'denied'
WITH m
ORDER BY m.id
LIMIT $limit
MATCH (m)<-[r:REPORTS]-(c:Claim)<-[k:MAKES]-(a:Article)
HINT (k JOIN (c JOIN (m JOIN r))) JOIN a
RETURN m.title AS meeting, m.modality AS modality,
       CASE WHEN c.manual IS NULL THEN c.text ELSE a.title END AS sentence, a.publishedAt AS published, a.id AS article
ORDER BY meeting, m.id, published, article, c.start, c.id
LIMIT $limit
