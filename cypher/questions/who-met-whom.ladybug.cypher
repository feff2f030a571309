// title: Who met whom
// asks: Who met whom, and how many independent sources say so?
// params: modality: string = '', limit: integer = 100
// example: modality=refused
MATCH (m:Meeting)
WHERE $modality = '' OR m.modality = $modality
WITH m
ORDER BY m.independentSources DESC, m.articles DESC, m.id DESC
LIMIT $limit
MATCH (a:Person|Organization|Place)-[:TOOK_PART_IN]->(m)
OPTIONAL MATCH (m)<-[:TOOK_PART_IN]-(b:Person|Organization|Place)
WHERE a.name < b.name OR (a.name = b.name AND a.id < b.id)
WITH a, m, collect(coalesce(b.name, '')) AS named
UNWIND named + m.unnamed AS whom
WITH a, m, whom
WHERE whom <> ''
OPTIONAL MATCH (m)-[:HELD_AT]->(p:Place)
RETURN a.name AS who, whom, m.modality AS modality, p.name AS place, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY sources DESC, articles DESC, m.title, `from`, `to`, m.id, who, whom, place
LIMIT $limit
