// title: Before and after X met Y
// asks: Which dated meetings did X or Y have before and after the two of them met?
// params: x: string, y: string, limit: integer = 100
// example: x=Trump y='Kim Jong Un'
MATCH (x:Person|Organization|Place)-[:TOOK_PART_IN]->(met:Meeting)
WHERE toLower($x) IN x.keys AND coalesce(met.`from`, met.`to`) IS NOT NULL
WITH x, met
MATCH (met)<-[:TOOK_PART_IN]-(y:Person|Organization|Place)
WHERE toLower($y) IN y.keys AND x.id <> y.id
WITH DISTINCT met
MATCH (met)<-[:TOOK_PART_IN]-(side:Person|Organization|Place)
WHERE toLower($x) IN side.keys OR toLower($y) IN side.keys
WITH met, side
MATCH (side)-[:TOOK_PART_IN]->(m:Meeting)
WHERE m.id <> met.id AND coalesce(m.`from`, m.`to`) IS NOT NULL
WITH DISTINCT met, m, coalesce(met.`from`, met.`to`) AS metDay, coalesce(m.`from`, m.`to`) AS otherDay
RETURN met.title AS event, CASE WHEN otherDay < metDay THEN 'before' WHEN otherDay > metDay THEN 'after' ELSE 'same day' END AS moment,
       m.title AS meeting, m.modality AS modality, otherDay AS day
ORDER BY event, met.id, day, meeting, m.id
LIMIT $limit
