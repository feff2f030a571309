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
WITH m, collect(a.name) AS names, collect(a.id) AS ids
WITH m, names, ids, names + m.unnamed AS others, ids + m.unnamed AS otherIds
UNWIND range(1, size(names)) AS i
UNWIND range(1, size(others)) AS j
WITH m, names[i] AS who, others[j] AS whom, j > size(names) AS unnamed, ids[i] AS id, otherIds[j] AS otherId
WHERE unnamed OR who < whom OR (who = whom AND id < otherId)
OPTIONAL MATCH (m)-[:HELD_AT]->(p:Place)
RETURN who, whom, m.modality AS modality, p.name AS place, m.`from` AS `from`, m.`to` AS `to`,
       m.independentSources AS sources, m.articles AS articles
ORDER BY sources DESC, articles DESC, m.title, `from`, `to`, m.id, who, whom, place
LIMIT $limit
