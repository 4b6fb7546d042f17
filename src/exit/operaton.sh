#!/usr/bin/env bash
# Exit drill: moves a copy of the sources to Operaton by renaming, builds it and runs the tests there.
#
#   src/exit/operaton.sh <empty or missing folder> [tests] [options of Maven]
#
# tests: the classes to run, as surefire's -Dtest takes them ("*PathsTest"), "all" (the default), or "none" to compile only.
# Prints how many lines differ, which were not moved by a rename, and which tests fail. Exit code 0: none fails; 1: some do or it
# does not compile; 2: not understood. Nothing is changed outside of the folder.
set -euo pipefail

version=1.0.3
if [ $# -lt 1 ] || { [ -e "$1" ] && [ -n "$(ls -A "$1" 2>/dev/null)" ]; }; then
    sed -n '2,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
copy=$(cd "$1" && pwd)
tests=${2:-all}
shift $(($# < 2 ? $# : 2))

# What is under version control, as it lies there now.
(cd "$root" && git ls-files -z --cached --others --exclude-standard -- . ':!src/bench' ':!src/exit' | tar -c --null -T - -f -) | tar -x -C "$copy" -f -
cd "$copy"

# What lies here now is remembered, to be compared with later; nothing is committed.
git init -q
git add -A
before=$(git write-tree)
reviewed=$(sed -n 's#.*<camunda.version>\([^<]*\)<.*#\1#p' pom.xml)

# Java and its resources: packages, then the types, methods, settings and beans that carry the old name. FEEL is a library of its own.
find pom.xml src -type f \( -name '*.java' -o -name '*.xml' -o -name '*.yaml' -o -name '*.properties' -o -path '*META-INF*' \) -print0 \
    | xargs -0 sed -i -E \
        -e 's#\borg(\.|/|\\\\+\.)camunda\b#org\1operaton#g' \
        -e 's#\borg\.operaton\.feel\b#org.camunda.feel#g' \
        -e 's#\bCamunda([A-Z][A-Za-z]*)\b#Operaton\1#g' \
        -e 's#\b(get|set|is|newBuilder)Camunda([A-Z])#\1Operaton\2#g' \
        -e 's#instance\.camunda\b#instance.operaton#g' \
        -e 's#\bcamunda-(admin|bom|engine|spin|bpm|tasklist|welcome)#operaton-\1#g' \
        -e 's#\bcamunda\.(bpm|version)\b#operaton.\1#g' \
        -e 's#\bhealth\.camunda\b#health.operaton#g' \
        -e 's#\bCAMUNDA_([A-Z])#OPERATON_\1#g' \
        -e 's#\bcamundaTaskExecutor\b#operatonTaskExecutor#g' \
        -e 's#\.camunda([A-Z][A-Za-z]*\()#.operaton\1#g' \
        -e 's#webjars/camunda#webjars/operaton#g' \
        -e "s#<operaton.version>[^<]*#<operaton.version>$version#"
# Two tests stop at another engine: one names the version that was reviewed, one holds our answers to scanners against it. Both
# reviews are what whoever really moves owes them.
find src/test -name '*.java' -print0 | xargs -0 sed -i -E "s#(REVIEWED_VERSION = )\"${reviewed//./\\.}\"#\1\"$version\"#"
sed -i -E -e 's#org\.camunda\b#org.operaton#g' -e 's#\bcamunda-(engine|webapp)#operaton-\1#g' -e 's#operaton-webapp-jakarta#operaton-webapp#g' \
    -e "/\"(version|purl)\"/s#${reviewed//./\\.}#$version#" docs/security/vex.cdx.json
# What Operaton has marked as outdated is a warning to whoever really moves, and no reason to stop here.
sed -i '/<arg>-Werror<\/arg>/d' pom.xml
# Services are found by the name of a file.
find src -type f -path '*META-INF/services/org.camunda.*' | while read -r file; do
    mv "$file" "$(dirname "$file")/$(basename "$file" | sed 's/^org\.camunda/org.operaton/')"
done
# The engine's web applications lie below another folder of their webjar; their address is a setting of ours.
find src/main/frontend -type f \( -name '*.mjs' -o -name '*.js' \) -print0 | xargs -0 sed -i -E -e 's#webjars/camunda#webjars/operaton#g'
# Models stay as they are: Operaton reads the namespace "camunda:".

# Format, two versions of a library and licences stop nobody here: Operaton brings libraries of its own tests along.
maven=(./mvnw -B -q -Dspotless.check.skip -Dspotless.apply.skip -Denforcer.skip -Dlicense.skipAddThirdParty "$@")
log="$copy/exit.log"

# Forms are submitted as JSON. A registry without Operaton's data format gets that of Camunda, moved by the same renames.
json=operaton-spin-dataformat-json-jackson
if ! "${maven[@]}" dependency:get "-Dartifact=org.operaton.spin:$json:$version" -Dtransitive=false > /dev/null 2>&1; then
    echo "The registry has no $json:$version: that of Camunda takes its place, renamed."
    mkdir exit-json
    cat > exit-json/pom.xml <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>org.operaton.spin</groupId>
  <artifactId>$json</artifactId>
  <version>renamed</version>
  <dependencies>
    <dependency>
      <groupId>org.camunda.spin</groupId>
      <artifactId>camunda-spin-dataformat-json-jackson</artifactId>
      <version>7.24.0</version>
      <exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
  <build><plugins><plugin>
    <groupId>org.apache.maven.plugins</groupId>
    <artifactId>maven-shade-plugin</artifactId>
    <version>3.6.2</version>
    <executions><execution><phase>package</phase><goals><goal>shade</goal></goals><configuration>
      <relocations>
        <relocation><pattern>org.camunda.</pattern><shadedPattern>org.operaton.</shadedPattern></relocation>
      </relocations>
      <transformers>
        <transformer implementation="org.apache.maven.plugins.shade.resource.ServicesResourceTransformer"/>
      </transformers>
    </configuration></execution></executions>
  </plugin></plugins></build>
</project>
POM
    ./mvnw -B -q -f exit-json/pom.xml package > "$log" 2>&1 || { tail -5 "$log"; exit 1; }
    sed -i -E "s#<artifactId>$json</artifactId>#&\n      <version>renamed</version>\n      <scope>system</scope>\n      <systemPath>\${project.basedir}/exit-json/target/$json-renamed.jar</systemPath>\n    </dependency>\n    <dependency>\n      <groupId>com.jayway.jsonpath</groupId>\n      <artifactId>json-path</artifactId>#" pom.xml
    # What comes from a path of the project is packaged only when asked for.
    sed -i -E 's#^( *)<excludeGroupIds>#\1<includeSystemScope>true</includeSystemScope>\n&#' pom.xml
fi

git add -A -- . ':!exit-json' ':!exit.log'
differing=$(git diff --cached -M --numstat "$before" | awk '{ lines += $1; files++ } END { printf "%d in %d files", lines, files }')
echo "Lines that differ: $differing"

case $tests in
    none) goal=(test-compile) ;;
    all) goal=(-Dmaven.test.failure.ignore=true verify) ;;
    *) goal=("-Dtest=$tests" -Dsurefire.failIfNoSpecifiedTests=false -Dmaven.test.failure.ignore=true test) ;;
esac
result=0
if ! "${maven[@]}" "${goal[@]}" > "$log" 2>&1; then
    result=1
    echo "Does not build:"
    grep -E '^\[ERROR\]' "$log" | sed "s#$copy/##" | head -40 || true
fi
if [ "$tests" = none ]; then
    [ $result != 0 ] || echo "Compiles, with its tests."
    exit $result
fi
reports=$(find target -path '*-reports/TEST-*.xml')
# shellcheck disable=SC2086
counted=$(awk '
    /<testcase / { run++; name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
                   class = $0; sub(/.*classname="/, "", class); sub(/".*/, "", class) }
    /<skipped/ { skipped++ }
    /<(failure|error)[ >]/ { failed++; reason = $0; if (sub(/.* message="/, "", reason)) sub(/(&#10;|").*/, "", reason); else reason = ""
                             printf "  fails: %s.%s: %s\n", class, name, substr(reason, 1, 160) }
    END { printf "Tests: %d, skipped: %d, failing: %d\n", run, skipped, failed; exit (failed || !run) }
' ${reports:-/dev/null}) || result=1
echo "$counted"
echo "Lines that differ: $differing"
exit $result
