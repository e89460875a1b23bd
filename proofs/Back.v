(** Taking an order and losing it again without blame, and who else is moved by what (rules 3.3,
    3.5, 5.1, 7.2 and 7.6; articles 7, 16 and 18). *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places Sound Steps Turn.
Import ListNotations.

(** ** Taking and calling off at once *)

Lemma without_snoc : forall m n ss, without m (ss ++ [At n m]) = without m ss.
Proof.
  intros m n ss. unfold without. rewrite filter_app. simpl. unfold is_of at 2. simpl.
  rewrite Nat.eqb_refl. simpl. apply app_nil_r.
Qed.

Lemma without_twice : forall m ss, without m (without m ss) = without m ss.
Proof. intros. apply without_absent, not_in_without. Qed.

Lemma insert_again : forall m n ss,
  StronglySorted earlier ss -> NoDup (map who ss) -> In (At n m) ss ->
  insert (At n m) (without m ss) = ss.
Proof.
  intros m n ss S. induction S as [|s ss S IH F]; simpl; intros N I; [tauto|].
  inversion N as [|? ? A B]; subst. unfold is_of at 1.
  destruct (Nat.eqb_spec (who s) m) as [E|E]; simpl.
  - destruct I as [I|I].
    + subst. simpl. rewrite without_absent by exact A.
      destruct ss as [|t ss]; simpl; [reflexivity|].
      inversion F as [|? ? T _]; subst. unfold earlier in T. simpl in T.
      destruct (Nat.ltb_spec n (place t)); [reflexivity|lia].
    + exfalso. apply A. rewrite E. apply in_map_iff. exists (At n m). auto.
  - destruct I as [I|I]; [subst; simpl in E; tauto|].
    rewrite Forall_forall in F. specialize (F _ I) as T. unfold earlier in T. simpl in T.
    destruct (Nat.ltb_spec n (place s)); [lia|]. f_equal. auto.
Qed.

(** 中文：依次派到一单，随即协商取消，或以正当理由拒接，队列与派单之前完全相同。
    English: an order that is given by turn and called off at once leaves the line just as it was. *)
Theorem taking_and_calling_off_changes_nothing : forall o ok m c,
  reached c -> answer (Order o ok) c = Some m ->
  seats (the_line (run [Order o ok; TakeBack o] c)) = seats (the_line c).
Proof.
  intros o ok x c R Q. apply reached_sound in R. simpl in *.
  destruct (first_eligible ok (the_line c)) as [[n m]|] eqn:E; [|discriminate]. clear Q.
  apply first_eligible_in in E. destruct E as [I _]. simpl in I.
  unfold giving_of. simpl. rewrite Nat.eqb_refl. simpl. unfold back. simpl.
  assert (T : stands_at m (next (the_line c)) (to_end m (the_line c)) = true).
  { apply stands_at_iff. simpl. apply in_app_iff. right. left. reflexivity. }
  rewrite T. simpl. rewrite without_snoc, without_twice.
  apply insert_again; [apply R|apply R|exact I].
Qed.

Example taken_and_called_off :
  let c := run [Order 1 all; Join 4] three in
  (members (the_line c), members (the_line (run [Order 2 (only 3)] c)),
   members (the_line (run [Order 2 (only 3); TakeBack 2] c))) =
  ([2; 3; 1; 4], [2; 1; 4; 3], [2; 3; 1; 4]).
Proof. reflexivity. Qed.

(** ** Going back *)

(** 中文：回位者回到它当时离开的位置，其他会员单位一家不动；若它其间又移动过，则谁也不动。
    English: whoever goes back stands at the place it left, and nobody else moves; if it has moved
    since, nobody does. *)
Theorem going_back_moves_nobody_else : forall o c,
  reached c ->
  (forall g, giving_of o c = Some g -> stands (holder g) (got_place g) c ->
    stands (holder g) (left_place g) (after (TakeBack o) c) /\
    without (holder g) (seats (the_line (after (TakeBack o) c))) =
    without (holder g) (seats (the_line c))) /\
  ((forall g, giving_of o c = Some g -> ~ stands (holder g) (got_place g) c) ->
    the_line (after (TakeBack o) c) = the_line c).
Proof.
  intros o c R. split; [|apply take_back_nothing].
  intros g E F. split.
  - apply (take_back_stands o g c _ _ E F). auto.
  - simpl. rewrite E. unfold back. apply stands_at_iff in F. rewrite F. simpl.
    pose proof (without_twice (holder g) (seats (the_line c))) as T.
    set (r := without (holder g) (seats (the_line c))) in *. clearbody r.
    assert (H : forall ss, without (holder g) (insert (At (left_place g) (holder g)) ss) =
      without (holder g) ss).
    { intros ss. induction ss as [|s ss IH]; simpl.
      - unfold is_of. simpl. rewrite Nat.eqb_refl. reflexivity.
      - destruct (left_place g <? place s); simpl.
        + unfold is_of at 1. simpl. rewrite Nat.eqb_refl. reflexivity.
        + rewrite IH. reflexivity. }
    rewrite H. exact T.
Qed.

(** The older of two orders is called off first, and moves nobody; then the younger. *)
Example back_after_others_moved :
  let c := run [Order 1 all; Order 2 all; Order 3 (only 1)] three in
  (members (the_line c), members (the_line (run [TakeBack 1] c)),
   members (the_line (run [TakeBack 1; TakeBack 3] c)),
   members (the_line (run [TakeBack 2] c)), members (the_line (run [TakeBack 3; TakeBack 1] c))) =
  ([3; 2; 1], [3; 2; 1], [3; 1; 2], [2; 3; 1], [1; 3; 2]).
Proof. reflexivity. Qed.

(** ** Joining and leaving *)

(** 中文：加入者排在队尾，退出者让出位置，其他会员单位一家不动。
    English: who joins stands at the end, who leaves is gone; nobody else moves. *)
Theorem joining_and_leaving_move_nobody_else : forall m c,
  (~ In m (members (the_line c)) ->
    seats (the_line (after (Join m) c)) = seats (the_line c) ++ [At (next (the_line c)) m]) /\
  seats (the_line (after (Leave m) c)) = without m (seats (the_line c)).
Proof.
  intros m c. split; [|reflexivity]. intros N. simpl. unfold join.
  destruct (seated m (the_line c)) eqn:E; [apply seated_iff in E; tauto|].
  simpl. rewrite without_absent by exact N. reflexivity.
Qed.

Example one_leaves_and_comes_back :
  (members (the_line (run [Leave 2] three)), members (the_line (run [Leave 2; Join 2] three))) =
  ([1; 3], [1; 3; 2]).
Proof. reflexivity. Qed.

(** ** Designations *)

Definition is_designation (a : act) : bool := match a with Designated _ _ => true | _ => false end.

Definition by_turn_only (acts : list act) : list act :=
  filter (fun a => negb (is_designation a)) acts.

(** The answers to all acts that are no designations. *)
Definition turns (acts : list act) (c : city) : list (option member) :=
  map snd (filter (fun e => negb (is_designation (fst e))) (combine acts (answers acts c))).

(** 中文：点单既不改变队列，也不改变任何一单依次派给谁，不论点了谁、点了多少次。
    English: designations change neither the line nor to whom any order by turn goes, whoever is
    named and however often. *)
Theorem designations_are_neutral : forall acts c,
  run acts c = run (by_turn_only acts) c /\
  turns acts c = answers (by_turn_only acts) c.
Proof.
  induction acts as [|a acts IH]; intros c; [split; reflexivity|].
  destruct (IH (after a c)) as [A B]. unfold turns in *.
  destruct a; simpl in *; (split; [exact A|try f_equal; exact B]).
Qed.

(** Under the other reading of 5.1 the one that is named goes to the end. That is no neutral act:
    it is an order for which only that one is eligible. *)
Example a_designation_that_uses_a_turn :
  (turns [Designated 1 1; Order 2 all] three, answers [Order 1 (only 1); Order 2 all] three) =
  ([Some 1], [Some 1; Some 2]).
Proof. reflexivity. Qed.
