(** The other two readings of 依次 (rules 3.4), and that each of them can starve somebody. *)

From Coq Require Import List Arith Bool Lia.
From Paidan Require Import Line Places Sound Steps Turn.
Import ListNotations.

(** ** Always the first eligible of the ranking *)

Definition top_rank_takes (ok : eligibility) (ms : list member) : option member := find ok ms.

Definition top_rank_run (oks : list eligibility) (ms : list member) : list (option member) :=
  map (fun ok => top_rank_takes ok ms) oks.

(** How many orders of a run a member is eligible for, and how many it takes. *)
Definition chances (x : member) (oks : list eligibility) : nat :=
  length (filter (fun ok => ok x) oks).

Definition taken (x : member) (answers : list (option member)) : nat :=
  length (filter (fun a => match a with Some m => m =? x | None => false end) answers).

Lemma chances_repeat : forall x ok n, ok x = true -> chances x (repeat ok n) = n.
Proof.
  intros x ok n O. unfold chances. induction n as [|n IH]; simpl; [reflexivity|].
  rewrite O. simpl. rewrite IH. reflexivity.
Qed.

(** 中文：若总派给排位最前的符合条件者（TopRank），则除第一名以外，任何一家都可以符合条件任意多次而一单不得。
    English: under TopRank every member but the first can be eligible any number of times and get
    nothing. *)
Theorem top_rank_starves : forall first rest x times,
  In x rest -> x <> first ->
  exists oks, chances x oks = times /\ taken x (top_rank_run oks (first :: rest)) = 0.
Proof.
  intros first rest x times I N. exists (repeat all times).
  split; [apply chances_repeat; reflexivity|].
  unfold taken, top_rank_run. induction times as [|n IH]; simpl; [reflexivity|].
  destruct (Nat.eqb_spec first x); [congruence|exact IH].
Qed.

Example the_second_gets_nothing : top_rank_run (repeat all 4) [1; 2; 3] = repeat (Some 1) 4.
Proof. reflexivity. Qed.

(** ** A ranking with a cursor *)

(** The place of the first eligible one among the first [left] from [at_] on, round the end. *)
Fixpoint search (ok : eligibility) (ms : list member) (at_ left : nat) : option nat :=
  match left with
  | 0 => None
  | S rest =>
      if ok (nth at_ ms 0) then Some at_
      else search ok ms (if S at_ =? length ms then 0 else S at_) rest
  end.

(** Who takes an order, and where the cursor is then: on the one after. *)
Definition cursor_takes (ok : eligibility) (ms : list member) (cursor : nat) : option member * nat :=
  match search ok ms cursor (length ms) with
  | None => (None, cursor)
  | Some p => (Some (nth p ms 0), if S p =? length ms then 0 else S p)
  end.

Fixpoint cursor_run (oks : list eligibility) (ms : list member) (cursor : nat) : list (option member) :=
  match oks with
  | [] => []
  | ok :: rest =>
      let (m, next) := cursor_takes ok ms cursor in m :: cursor_run rest ms next
  end.

(** The orders of an item that 2 and 3 offer, each followed by one of an item that 1 offers. *)
Fixpoint in_step (times : nat) : list eligibility :=
  match times with
  | 0 => []
  | S rest => but 1 :: only 1 :: in_step rest
  end.

Lemma in_step_chances : forall times, chances 3 (in_step times) = times.
Proof.
  unfold chances. induction times as [|n IH]; simpl; [reflexivity|]. rewrite IH. reflexivity.
Qed.

Lemma cursor_in_step : forall times,
  cursor_run (in_step times) [1; 2; 3] 1 =
  concat (repeat [Some 2; Some 1] times).
Proof. induction times as [|n IH]; simpl; [reflexivity|]. rewrite IH. reflexivity. Qed.

(** 中文：若以游标轮转、被越过者失去该轮（Cursor），则可以有一家符合条件任意多次而一单不得。
    English: under Cursor a member can be eligible any number of times and get nothing. *)
Theorem cursor_starves : forall times, exists oks,
  chances 3 oks = times /\
  taken 3 (cursor_run oks [1; 2; 3] 0) = 0.
Proof.
  (* Member 1 takes the first order, so that the cursor is on 2. *)
  intros times. exists (only 1 :: in_step times). split.
  - unfold chances. simpl. apply in_step_chances.
  - simpl. rewrite cursor_in_step. unfold taken. simpl.
    induction times as [|n IH]; simpl; [reflexivity|exact IH].
Qed.

Example the_third_gets_nothing :
  cursor_run (only 1 :: in_step 3) [1; 2; 3] 0 =
  [Some 1; Some 2; Some 1; Some 2; Some 1; Some 2; Some 1].
Proof. reflexivity. Qed.

(** ** The same orders under KeepPlace *)

Definition as_orders (oks : list eligibility) : list act := map (Order 1) oks.

Lemma only_orders : forall oks,
  (forall m, ~ In (Leave m) (as_orders oks)) /\ without_sorting (as_orders oks).
Proof.
  assert (H : forall a oks, In a (as_orders oks) -> exists ok, a = Order 1 ok).
  { intros a oks I. unfold as_orders in I. apply in_map_iff in I. destruct I as (ok & E & _).
    eauto. }
  intros oks. split; [|split].
  - intros m I. destruct (H _ _ I). discriminate.
  - intros I. destruct (H _ _ I). discriminate.
  - intros I. destruct (H _ _ I). discriminate.
Qed.

Lemma as_orders_counts : forall x oks c,
  count (chance x) (as_orders oks) c = chances x oks /\
  count joins (as_orders oks) c = 0 /\ count (puts_ahead_of x) (as_orders oks) c = 0.
Proof.
  unfold chances. intros x oks. induction oks as [|ok oks IH]; intros c; [repeat split|].
  destruct (IH (after (Order 1 ok) c)) as (A & B & C).
  simpl as_orders. change (as_orders (ok :: oks)) with (Order 1 ok :: as_orders oks).
  repeat split; simpl; simpl in A, B, C.
  - rewrite A. destruct (ok x); reflexivity.
  - exact B.
  - exact C.
Qed.

(** 中文：同样的单，若被越过者保留位置（KeepPlace），三家之中任何一家每符合条件三次，至少派到一单。
    English: under KeepPlace, of the same orders as of any others, each of three members that is
    eligible for three times as many gets at least so many. *)
Theorem keep_place_starves_nobody_of_three : forall oks x times,
  In x [1; 2; 3] -> times * 3 <= chances x oks ->
  times <= count (takes x) (as_orders oks) three.
Proof.
  intros oks x times I T.
  assert (R : reached three) by (exists [Join 1; Join 2; Join 3]; reflexivity).
  destruct (only_orders oks) as [L W]. destruct (as_orders_counts x oks three) as (A & B & C).
  apply (no_starvation x times (as_orders oks) three R); auto.
  rewrite A, B, C. simpl. lia.
Qed.

Example the_third_is_served :
  (chances 3 (only 1 :: in_step 3), count (takes 3) (as_orders (only 1 :: in_step 3)) three) = (3, 1).
Proof. reflexivity. Qed.
