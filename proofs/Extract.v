(** The model as a program: the same functions, translated to OCaml. Numbers stay those of Coq, one
    constructor a unit, so that nothing but the translation itself is taken on trust. *)

From Coq Require Import Extraction ExtrOcamlBasic.
From Paidan Require Import Line.

Extraction Language OCaml.
Extraction "model.ml" nobody answer after.
