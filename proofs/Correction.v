(** A corrected ranking (article 16, rules 3.2). *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places Sound Steps Turn History.
Import ListNotations.

(** ** The ranking is one: whoever has the higher figure comes first, of equals the lower id *)

Definition ranks (v : member -> nat) (a b : member) : Prop := ranks_before v a b = true.

Lemma ranks_cases : forall v a b,
  ranks v a b <-> v b < v a \/ (v a = v b /\ a <= b).
Proof.
  intros v a b. unfold ranks, ranks_before.
  rewrite orb_true_iff, andb_true_iff, Nat.ltb_lt, Nat.eqb_eq, Nat.leb_le. tauto.
Qed.

Lemma put_sorted : forall v m ms,
  StronglySorted (ranks v) ms -> StronglySorted (ranks v) (put v m ms).
Proof.
  intros v m ms S. induction S as [|o ms S IH F]; simpl; [repeat constructor|].
  destruct (ranks_before v m o) eqn:E.
  - constructor; [constructor; assumption|]. constructor; [exact E|].
    rewrite Forall_forall in *. intros x I. specialize (F x I).
    assert (Q : ranks v m o) by exact E. rewrite ranks_cases in *. lia.
  - constructor; [exact IH|]. rewrite Forall_forall in *. intros x I.
    apply (Permutation_in _ (Permutation_sym (put_perm v m ms))) in I.
    destruct I as [I|I]; [|auto]. subst.
    assert (Q : ~ ranks v x o) by (unfold ranks; congruence). rewrite ranks_cases in *. lia.
Qed.

Lemma ranking_sorted : forall v ms, StronglySorted (ranks v) (ranking v ms).
Proof.
  intros v ms. induction ms as [|m ms IH]; simpl; [constructor|]. apply put_sorted, IH.
Qed.

Lemma fill_ranked : forall l R ss ms n k a b,
  StronglySorted earlier ss -> StronglySorted R ms ->
  length ms = length (filter (fun s => is_sorted l (place s)) ss) ->
  is_sorted l n = true -> is_sorted l k = true -> n < k ->
  In (At n a) (fill l ss ms) -> In (At k b) (fill l ss ms) -> R a b.
Proof.
  intros l R ss. induction ss as [|s ss IH]; simpl; intros ms n k a b S T E N K L A B; [tauto|].
  inversion S as [|? ? S' F]; subst.
  assert (P : forall t ms', In t (fill l ss ms') -> place s < place t).
  { intros t ms' I. apply (in_map place) in I. rewrite fill_places in I.
    apply in_map_iff in I. destruct I as (u & Q & I). rewrite Forall_forall in F.
    specialize (F u I). unfold earlier in F. lia. }
  destruct ms as [|m ms].
  - destruct (is_sorted l (place s)) eqn:Q; [discriminate|]. simpl in *.
    assert (Z : filter (fun t => is_sorted l (place t)) ss = [])
      by (destruct (filter _ ss); [reflexivity|discriminate]).
    exfalso. destruct A as [A|A]; [subst; simpl in Q; congruence|].
    assert (J : In (At n a) (filter (fun t => is_sorted l (place t)) ss))
      by (apply filter_In; auto).
    rewrite Z in J. destruct J.
  - destruct (is_sorted l (place s)) eqn:Q; simpl in *.
    + inversion T as [|? ? T' G]; subst.
      destruct B as [B|B].
      * inversion B; subst. destruct A as [A|A]; [inversion A; lia|].
        apply P in A. simpl in A. lia.
      * destruct A as [A|A].
        -- inversion A; subst. rewrite Forall_forall in G. apply G.
           apply (fill_sorted l k b ss ms); auto.
        -- apply (IH ms n k); auto.
    + destruct A as [A|A]; [subst; simpl in Q; congruence|].
      destruct B as [B|B]; [subst; simpl in Q; congruence|].
      apply (IH (m :: ms) n k); auto.
Qed.

(** ** A correction takes nobody's turn away *)

(** Whoever has not moved since the last sorting of the whole line, or went back. *)
Definition waits (x : member) (h : memory) : Prop :=
  exists n, last_move x h = Some (Move n Sorted).

Lemma waits_there : forall x c h,
  agree c h -> In x (members (the_line c)) ->
  (waits x h <-> exists n, stands x n c /\ is_sorted (the_line c) n = true).
Proof.
  intros x c h G I. unfold waits, last_move.
  destruct (last_sorted x c h G I) as [(n & rest & E & J & Q)|(n & r & rest & E & N & J & Q)];
    rewrite E; simpl; split; intros H; eauto.
  - destruct H as [k H]. inversion H. congruence.
  - destruct H as (k & H & F). apply (same_place c h G) in H.
    destruct H as (q & t & H). rewrite E in H. inversion H; subst. congruence.
Qed.

(** 中文：更正排位不夺去任何一家的轮次：自上次整体排位以来还没有轮到的（轮到又回位的也算），始终排在轮到过的和后来加入的
    之前；后者的位置不变；前者按更正后的数字，只在自己原有的位置之间重排。
    English: a correction takes nobody's turn away. Whoever has had none since the last sorting
    stays ahead of all who had, and of all who joined; these keep their very places; and only the
    others are ranked anew, among just the places where they stood. *)
Theorem a_correction_takes_no_turn_away : forall past v,
  let c := run past nobody in
  let h := remembered past in
  let corrected := after (Correct v) c in
  map place (seats (the_line corrected)) = map place (seats (the_line c)) /\
  (forall x n, In x (members (the_line c)) -> ~ waits x h ->
    (stands x n corrected <-> stands x n c)) /\
  (forall x y n k, waits x h -> ~ waits y h ->
    stands x n corrected -> stands y k corrected -> n < k) /\
  (forall x y n k, waits x h -> waits y h ->
    stands x n corrected -> stands y k corrected -> n < k -> ranks_before v x y = true).
Proof.
  intros past v c h corrected.
  pose proof (sound_run past nobody sound_nobody) as S. pose proof (agree_remembered past) as G.
  fold c in S, G. fold h in G. pose proof (sound_correct v c S) as T. fold corrected in T.
  assert (I : forall x n, stands x n corrected -> In x (members (the_line c))).
  { intros x n I. apply (Permutation_in _ (Permutation_sym (correct_members v (the_line c)))).
    apply (in_line x corrected). eauto. }
  assert (Y : forall x n, stands x n corrected -> waits x h -> is_sorted (the_line c) n = true).
  { intros x n J W. apply (waits_there x c h G (I x n J)) in W. destruct W as (k & K & Q).
    destruct (correct_there v c x k S Q K) as (j & U & V).
    rewrite (stands_once x n j corrected T J U). exact V. }
  assert (N : forall x n, stands x n corrected -> ~ waits x h ->
    is_sorted (the_line c) n = false /\ stands x n c).
  { intros x n J W. destruct (is_sorted (the_line c) n) eqn:Q.
    - exfalso. apply W, (waits_there x c h G (I x n J)).
      apply (correct_back v c x n Q J).
    - split; [reflexivity|]. apply (correct_elsewhere v c x n Q), J. }
  split; [|split; [|split]].
  - apply fill_places.
  - intros x n X W. split; intros J; [apply (N x n J W)|].
    destruct (is_sorted (the_line c) n) eqn:Q.
    + exfalso. apply W, (waits_there x c h G X). eauto.
    + apply (correct_elsewhere v c x n Q), J.
  - intros x y n k Wx Wy X Z. pose proof (sorted_ahead c n (Y x n X Wx)).
    destruct (N y k Z Wy) as [Q Z']. pose proof (unsorted_behind y k c S Z' Q). lia.
  - intros x y n k Wx Wy X Z L.
    apply (fill_ranked (the_line c) (ranks v) (seats (the_line c))
      (ranking v (at_sorted_places (the_line c))) n k); auto.
    + apply S.
    + apply ranking_sorted.
    + apply ranking_at_sorted.
    + apply (Y x n X Wx).
    + apply (Y y k Z Wy).
Qed.

(** 2 was ranked first and served; 4 joined. The correction turns 1 and 3 round, and nobody else. *)
Definition by_first_figures (m : member) : nat := nth m [0; 4; 8; 2; 0] 0.
Definition by_later_figures (m : member) : nat := nth m [0; 1; 2; 9; 99] 0.

Example only_those_who_wait_are_ranked_anew :
  let past := [Join 1; Join 2; Join 3; Rank by_first_figures; Order 1 all; Join 4] in
  (members (the_line (run past nobody)),
   members (the_line (run (past ++ [Correct by_later_figures]) nobody)),
   members (the_line (run (past ++ [Correct by_later_figures; TakeBack 1]) nobody))) =
  ([1; 3; 2; 4], [3; 1; 2; 4], [2; 3; 1; 4]).
Proof. reflexivity. Qed.

(** Afterwards a whole sorting puts everybody in the order of the figures, whoever had been served. *)
Example a_new_ranking_starts_afresh :
  let past := [Join 1; Join 2; Join 3; Rank by_first_figures; Order 1 all; Join 4] in
  members (the_line (run (past ++ [Rank by_later_figures]) nobody)) = [4; 3; 2; 1].
Proof. reflexivity. Qed.
