#!/usr/bin/env bash
# Writes a package outside Accord that has a target for each document, of what `accord import` writes of it, and
# a program that tells whether the suites say the same as their documents.
#
# Tests/Consumers/Imported/write.sh ACCORD FOLDER REPOSITORY DOCUMENT[+ARAZZO...]...
set -euo pipefail
accord=$1 folder=$2 repository=$3
shift 3

mkdir -p "$folder/Sources/imported"
targets=() imports=() entries=()
number=0
for argument in "$@"; do
  number=$((number + 1))
  target="Document$number"
  IFS=+ read -r -a files <<<"$argument"
  document=${files[0]} workflows=() listed=""
  for file in "${files[@]:1}"; do
    workflows+=(--arazzo "$file")
    listed+="\"$file\", "
  done
  "$accord" import "$document" "${workflows[@]}" --into "$folder/Sources/$target" >/dev/null
  # Importing again leaves every file as it is.
  again="$("$accord" import "$document" "${workflows[@]}" --into "$folder/Sources/$target" --diff)"
  case "$again" in
    *": "*" unchanged") ;;
    *) echo "$document: importing again changes something: $again" >&2; exit 1 ;;
  esac
  type="$(sed -n 's/^public enum \(.*\) {$/\1/p' "$folder/Sources/$target"/*.swift)"
  targets+=("$target")
  imports+=("import $target")
  entries+=("  (\"$document\", [$listed], $target.$type.suite),")
done

quoted() { printf '"%s", ' "$@"; }

cat >"$folder/Package.swift" <<PACKAGE
// swift-tools-version: 6.2
import PackageDescription

let accord = Target.Dependency.product(name: "Accord", package: "Accord")
let documents = [$(quoted "${targets[@]}")]

let package = Package(
  name: "Imported",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Accord", path: "$repository", traits: ["YAML"])],
  targets: documents.map { name in
    .target(name: name, dependencies: [accord], swiftSettings: [.treatAllWarnings(as: .error)])
  } + [
    .executableTarget(
      name: "imported",
      dependencies: documents.map { .byName(name: \$0) } + [
        accord, .product(name: "AccordOpenAPI", package: "Accord"),
      ]
    )
  ]
)
PACKAGE

cat >"$folder/Sources/imported/main.swift" <<PROGRAM
import Accord
import AccordOpenAPI
$(printf '%s\n' "${imports[@]}")

let suites: [(document: String, workflows: [String], suite: ContractSuite)] = [
$(printf '%s\n' "${entries[@]}")
]

var isSame = true
for (document, workflows, suite) in suites {
  let imported = try ImportedSuite.suites(openAPI: [document], arazzo: workflows)[0]
  var differences = imported.differences(from: suite)
  // What is said the same is planned the same.
  if suite.plan().cases.map(\.id) != imported.suite.plan().cases.map(\.id) {
    differences.append("The cases are not the same.")
  }
  if suite.lint().map(\.message) != imported.suite.lint().map(\.message) {
    differences.append("The problems of the contracts are not the same.")
  }
  print("\(document): \(suite.contracts.count) contracts, \(differences.count) differences")
  for difference in differences { print("  \(difference)") }
  if !differences.isEmpty { isSame = false }
}
if !isSame { fatalError("A suite is not that of its document.") }
PROGRAM
