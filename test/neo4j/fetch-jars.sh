#!/bin/sh
# Fetches the jars of the Neo4j that the store tests start (pom.xml) into .neo4j/lib. Needs Maven; takes a minute the first time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
lib=$here/../../.neo4j/lib
mkdir -p "$lib"
mvn --quiet --batch-mode --file "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib" -DincludeScope=runtime
