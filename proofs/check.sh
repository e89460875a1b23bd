#!/usr/bin/env bash
# Checks every proof, and makes the vectors again and compares them. Needs Coq (8.16 was tried); what
# is made lies in target/proofs. With `--kernel` Coq's second checker goes through all of it, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# In this order: each needs some of those before it.
files=(Line Places Sound Steps Turn Pairs Back History Correction Caps Others)
out=../target/proofs
ulimit -v 4000000 || true

fail() { printf 'proofs: %s\n' "$*" >&2; exit 1; }

for file in *.v; do
    [[ " ${files[*]} Extract " == *" ${file%.v} "* ]] || fail "$file is not listed in check.sh"
done
# Nothing may be taken for granted: no gap, and no word that assumes something.
words='Axioms?|Parameters?|Conjectures?|Hypothes[ie]s|Variables?|Context|Admitted|Unset|bypass_check'
if grep -nE "\\b(admit|give_up)\\b|^[[:space:]]*($words)\\b|\\bAdmitted\\b" -- *.v; then
    fail "something is assumed"
fi

rm -rf "$out"
mkdir -p "$out"
cp -- *.v vectors.ml "$out"
cd "$out"
for file in "${files[@]}"; do
    timeout 120 coqc -q -Q . Paidan "$file.v" || fail "$file.v does not hold"
done

# Coq itself is asked what each theorem rests on.
theorems=()
for file in "${files[@]}"; do
    while read -r name; do
        theorems+=("$file.$name")
    done < <(sed -nE 's/^Theorem ([A-Za-z0-9_]+).*/\1/p' "$file.v")
done
{
    echo "From Paidan Require ${files[*]}."
    printf 'Print Assumptions Paidan.%s.\n' "${theorems[@]}"
} >Asked.v
timeout 120 coqc -q -Q . Paidan Asked.v >answers.txt || fail "the theorems are not found"
closed=$(grep -cx 'Closed under the global context' answers.txt || true)
[[ $closed == "${#theorems[@]}" && $closed == "$(wc -l <answers.txt)" ]] || {
    cat answers.txt >&2
    fail "a theorem rests on an assumption"
}
echo "proofs: ${#theorems[@]} theorems hold, and rest on no assumption"

if [[ ${1-} == --kernel ]]; then
    timeout 600 coqchk -silent -Q . Paidan "${files[@]/#/Paidan.}" || fail "coqchk refuses"
    echo "proofs: coqchk agrees"
fi

if ! command -v ocamlc >/dev/null 2>&1; then
    echo "proofs: skipped: the vectors, since no OCaml compiler is here"
    exit 0
fi
timeout 120 coqc -q -Q . Paidan Extract.v >/dev/null || fail "the model is not extracted"
timeout 120 ocamlc -w -a model.mli model.ml vectors.ml -o vectors || fail "the vectors are not made"
timeout 120 ./vectors >vectors.txt || fail "the vectors are not made"
if [[ ${1-} == --write ]]; then
    cp vectors.txt ../../proofs/vectors.txt
fi
cmp vectors.txt ../../proofs/vectors.txt || fail "the vectors are others now; --write keeps them"
echo "proofs: $(wc -l <vectors.txt) runs are the ones kept in vectors.txt"
