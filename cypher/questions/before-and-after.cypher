// title: Before and after X met Y
// asks: Which dated meetings did X or Y have before and after the two of them met?
// params: x: string, y: string, limit: integer = 100
// example: x=Trump y='Kim Jong Un'
MATCH (side:Person|Organization|Place)-[:TOOK_PART_IN]->(met:Meeting)
WHERE (toLower($x) IN side.keys OR toLower($y) IN side.keys) AND coalesce(met.`from`, met.`to`) IS NOT NULL
WITH met.id AS metId, met.title AS event, coalesce(met.`from`, met.`to`) AS metDay, collect(side.id) AS sides,
     sum(CASE WHEN toLower($x) IN side.keys THEN 1 ELSE 0 END) AS xs, sum(CASE WHEN toLower($y) IN side.keys THEN 1 ELSE 0 END) AS ys
WHERE size(sides) > 1 AND xs > 0 AND ys > 0
MATCH (side:Person|Organization|Place)-[:TOOK_PART_IN]->(m:Meeting)
WHERE (toLower($x) IN side.keys OR toLower($y) IN side.keys) AND side.id IN sides
      AND m.id <> metId AND coalesce(m.`from`, m.`to`) IS NOT NULL
WITH DISTINCT event, metId, metDay, m.title AS meeting, m.modality AS modality, m.id AS id, coalesce(m.`from`, m.`to`) AS day
RETURN event, CASE WHEN day < metDay THEN 'before' WHEN day > metDay THEN 'after' ELSE 'same day' END AS moment, meeting, modality, day
ORDER BY event, metId, day, meeting, id
LIMIT $limit
