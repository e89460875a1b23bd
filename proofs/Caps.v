(** The monthly caps (article 17, rules 1.6 and 6.3). Figures are whole numbers: orders, or fen. *)

From Coq Require Import List Bool NArith ZArith QArith Lia.
Import ListNotations.
Open Scope N_scope.

(** A share is in basis points: half is 5 000, thirty per cent 3 000. *)
Definition whole_share : N := 10000.

(** Whether a figure reaches a share of the whole, and whether it exceeds it. *)
Definition reaches (share whole own : N) : bool :=
  (0 <? own) && (share * whole <=? own * whole_share).

Definition exceeds (share whole own : N) : bool :=
  (0 <? own) && (share * whole <? own * whole_share).

(** ** Few reach a cap *)

Definition sum (owns : list N) : N := fold_right N.add 0 owns.

(** How many of these figures, one a member, reach a share of their sum. *)
Definition reaching (share : N) (owns : list N) : N :=
  N.of_nat (length (filter (reaches share (sum owns)) owns)).

Lemma reaching_share : forall share whole owns,
  N.of_nat (length (filter (reaches share whole) owns)) * (share * whole) <=
  sum owns * whole_share.
Proof.
  intros share whole owns. induction owns as [|own owns IH]; [simpl; lia|].
  simpl filter. change (sum (own :: owns)) with (own + sum owns).
  destruct (reaches share whole own) eqn:E; [|nia].
  apply andb_true_iff in E. destruct E as [_ E]. apply N.leb_le in E.
  simpl length. rewrite Nat2N.inj_succ. nia.
Qed.

(** 中文：上限为总数的几分之一，至多就有几家会员单位达到。
    English: at a cap of a share c of the whole at most 1/c members reach it. *)
Theorem few_reach_a_cap : forall share owns,
  reaching share owns * share <= whole_share.
Proof.
  intros share owns. pose proof (reaching_share share (sum owns) owns) as R. unfold reaching.
  destruct (filter (reaches share (sum owns)) owns) as [|own rest] eqn:F; [simpl; lia|].
  assert (I : In own (filter (reaches share (sum owns)) owns)) by (rewrite F; left; reflexivity).
  apply filter_In in I. destruct I as [I P]. apply andb_true_iff in P. destruct P as [P _].
  apply N.ltb_lt in P.
  assert (S : own <= sum owns).
  { clear - I. induction owns as [|o owns IH]; [destruct I|].
    change (sum (o :: owns)) with (o + sum owns).
    destruct I as [I|I]; [subst; lia|]. specialize (IH I). lia. }
  rewrite <- F in *. clear F I. unfold whole_share in *.
  set (k := N.of_nat (length (filter _ owns))) in *. clearbody k.
  apply (N.mul_le_mono_pos_r _ _ (sum owns)); [lia|].
  rewrite <- N.mul_assoc, (N.mul_comm 10000). exact R.
Qed.

(** 中文：一个服务事项的接单量，至多两家达到半数。
    English: at most two members reach half of the orders of an item. *)
Theorem at_most_two_reach_half : forall owns, reaching 5000 owns <= 2.
Proof. intros owns. pose proof (few_reach_a_cap 5000 owns). unfold whole_share in *. lia. Qed.

(** 中文：总金额，至多三家达到百分之三十。
    English: at most three members reach thirty per cent of the amount. *)
Theorem at_most_three_reach_thirty_per_cent : forall owns, reaching 3000 owns <= 3.
Proof. intros owns. pose proof (few_reach_a_cap 3000 owns). unfold whole_share in *. lia. Qed.

(** Two with half each; three of four with three of ten each; one fen less is not enough. *)
Example two_and_three :
  (reaching 5000 [7; 7], reaching 3000 [30; 30; 30; 10], reaching 3000 [2999; 3001; 3000; 1000]) =
  (2, 3, 2).
Proof. reflexivity. Qed.

(** ** Cross-multiplication is the sentence of the law *)

Definition fraction (own whole : N) : Q := (inject_Z (Z.of_N own) / inject_Z (Z.of_N whole))%Q.

Lemma over_whole : forall own whole, 0 < whole ->
  (fraction own whole * inject_Z (Z.of_N whole) == inject_Z (Z.of_N own))%Q.
Proof.
  intros own whole P. unfold fraction. rewrite Qmult_comm. apply Qmult_div_r.
  unfold Qeq. simpl. lia.
Qed.

Lemma share_times : forall share own whole, 0 < whole ->
  ((fraction share whole_share <= fraction own whole)%Q <-> share * whole <= own * whole_share) /\
  ((fraction share whole_share < fraction own whole)%Q <-> share * whole < own * whole_share).
Proof.
  intros share own whole P. pose proof (over_whole own whole P) as O.
  assert (Z0 : (0 < inject_Z (Z.of_N whole))%Q) by (unfold Qlt; simpl; lia).
  assert (S : (fraction share whole_share == Z.of_N share # 10000)%Q).
  { unfold fraction, whole_share, Qeq. simpl. lia. }
  rewrite S. split.
  - rewrite <- (Qmult_le_r _ _ _ Z0), O. unfold Qle. simpl. unfold whole_share. lia.
  - rewrite <- (Qmult_lt_r _ _ _ Z0), O. unfold Qlt. simpl. unfold whole_share. lia.
Qed.

(** 中文：以整数交叉相乘来判断，与“占比达到”“占比超过”完全一致，毫无舍入。
    English: to multiply crosswise is to say that the share is reached, or exceeded: nothing is
    rounded. *)
Theorem the_share_is_exact : forall share own whole,
  0 < own <= whole ->
  (reaches share whole own = true <-> (fraction share whole_share <= fraction own whole)%Q) /\
  (exceeds share whole own = true <-> (fraction share whole_share < fraction own whole)%Q).
Proof.
  intros share own whole P. destruct (share_times share own whole ltac:(lia)) as [A B].
  unfold reaches, exceeds. rewrite !andb_true_iff, N.ltb_lt, N.leb_le, N.ltb_lt.
  rewrite A, B. lia.
Qed.

(** A third reaches 3 333 basis points and not 3 334; half reaches half, and does not exceed it. *)
Example at_and_beside_the_share :
  (reaches 3333 3 1, reaches 3334 3 1, reaches 5000 14 7, exceeds 5000 14 7, exceeds 5000 13 7) =
  (true, false, true, false, true).
Proof. reflexivity. Qed.
