// title: Who met whom
// asks: Who met whom, and how many independent sources say so?
// params: modality: string = '', limit: integer = 100
// example: modality=refused
MATCH (m:Meeting)
WHERE $modality = '' OR m.modality = $modality
WITH m
ORDER BY m.independentSources DESC, m.articles DESC, m.id DESC
LIMIT $limit
OPTIONAL MATCH (m)-[:HELD_AT]->(p:Place)
WITH m, p.name AS place
MATCH (a:Person|Organization|Place)-[:TOOK_PART_IN]->(m)
WITH m, place, collect({id: a.id, name: a.name}) AS sides
WITH m, place, sides, list_concat(sides, list_transform(m.unnamed, words -> {id: '', name: words})) AS others
UNWIND sides AS a
UNWIND others AS b
WITH m, place, a, b
WHERE b.id = '' OR a.name < b.name OR (a.name = b.name AND a.id < b.id)
RETURN a.name AS who, b.name AS whom, m.modality AS modality, place, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY sources DESC, articles DESC, m.title, `from`, `to`, m.id, who, whom, place
LIMIT $limit
