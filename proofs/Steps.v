(** Where one act leaves everybody: what the theorems need of each act, and no more. *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places Sound.
Import ListNotations.

(** What an act does to one member. *)
Definition takes (x : member) (a : act) (c : city) : bool :=
  match answer a c with Some m => m =? x | None => false end.

Definition goes_back (x : member) (a : act) (c : city) : bool :=
  match a with
  | TakeBack o =>
      match giving_of o c with
      | Some g => (holder g =? x) && stands_at x (got_place g) (the_line c)
      | None => false
      end
  | _ => false
  end.

Definition is_ranking (a : act) : bool := match a with Rank _ => true | _ => false end.

Lemma takes_iff : forall x o ok c,
  takes x (Order o ok) c = true <->
  exists s, first_eligible ok (the_line c) = Some s /\ who s = x.
Proof.
  intros x o ok c. unfold takes, answer.
  destruct (first_eligible ok (the_line c)) as [s|]; simpl.
  - rewrite Nat.eqb_eq. split; [eauto|]. intros (t & E & F). inversion E; subst. reflexivity.
  - split; [discriminate|]. intros (t & E & _). discriminate.
Qed.

(** The first eligible one stands before every other eligible one. *)
Lemma first_is_first : forall ok c s y n,
  sound c -> first_eligible ok (the_line c) = Some s -> stands y n c -> ok y = true ->
  y = who s \/ place s < n.
Proof.
  intros ok c s y n S. pose proof (growing c S) as G. unfold first_eligible, stands.
  induction (seats (the_line c)) as [|t ss IH]; simpl; intros E I O; [discriminate|].
  inversion G as [|? ? T F]; subst.
  destruct (ok (who t)) eqn:Q.
  - inversion E; subst. destruct I as [I|I]; [subst; auto|].
    rewrite Forall_forall in F. right. apply (F _ I).
  - destruct I as [I|I]; [subst; simpl in Q; congruence|]. auto.
Qed.

(** ** Order *)

Lemma order_stands : forall o ok c s y n,
  first_eligible ok (the_line c) = Some s ->
  (stands y n (after (Order o ok) c) <->
   (y = who s /\ n = next (the_line c)) \/ (y <> who s /\ stands y n c)).
Proof.
  intros o ok c s y n E. unfold stands. simpl. rewrite E. simpl.
  rewrite in_app_iff, in_without. simpl. split.
  - intros [I|[I|[]]]; [tauto|]. inversion I; auto.
  - intros [[A B]|[A B]]; [subst; auto|tauto].
Qed.

Lemma order_held : forall o ok c,
  first_eligible ok (the_line c) = None -> after (Order o ok) c = c.
Proof. intros o ok c E. simpl. rewrite E. reflexivity. Qed.

Lemma order_range : forall o ok c,
  first_sorted (the_line (after (Order o ok) c)) = first_sorted (the_line c) /\
  end_sorted (the_line (after (Order o ok) c)) = end_sorted (the_line c).
Proof. intros o ok c. simpl. destruct (first_eligible ok (the_line c)); auto. Qed.

(** ** Taking back *)

Lemma take_back_stands : forall o g c y n,
  giving_of o c = Some g -> stands (holder g) (got_place g) c ->
  (stands y n (after (TakeBack o) c) <->
   (y = holder g /\ n = left_place g) \/ (y <> holder g /\ stands y n c)).
Proof.
  intros o g c y n E T. unfold stands in *. simpl. rewrite E. unfold back.
  apply stands_at_iff in T. rewrite T. simpl. rewrite in_insert, in_without. simpl. split.
  - intros [I|I]; [inversion I; auto|tauto].
  - intros [[A B]|[A B]]; [subst; auto|tauto].
Qed.

Lemma take_back_nothing : forall o c,
  (forall g, giving_of o c = Some g -> ~ stands (holder g) (got_place g) c) ->
  the_line (after (TakeBack o) c) = the_line c.
Proof.
  intros o c N. simpl. destruct (giving_of o c) as [g|]; [|reflexivity]. simpl. unfold back.
  destruct (stands_at (holder g) (got_place g) (the_line c)) eqn:T; [|reflexivity].
  apply stands_at_iff in T. exfalso. apply (N g eq_refl T).
Qed.

Lemma take_back_cases : forall o c,
  (exists g, giving_of o c = Some g /\ stands (holder g) (got_place g) c) \/
  the_line (after (TakeBack o) c) = the_line c.
Proof.
  intros o c. simpl. destruct (giving_of o c) as [g|]; [|auto]. simpl. unfold back.
  destruct (stands_at (holder g) (got_place g) (the_line c)) eqn:T; [|auto].
  apply stands_at_iff in T. eauto.
Qed.

Lemma take_back_range : forall o c,
  first_sorted (the_line (after (TakeBack o) c)) = first_sorted (the_line c) /\
  end_sorted (the_line (after (TakeBack o) c)) = end_sorted (the_line c).
Proof.
  intros o c. simpl. destruct (giving_of o c) as [g|]; [|auto]. simpl. unfold back.
  destruct (stands_at _ _ _); auto.
Qed.

Lemma goes_back_iff : forall x o c,
  goes_back x (TakeBack o) c = true <->
  exists g, giving_of o c = Some g /\ holder g = x /\ stands x (got_place g) c.
Proof.
  intros x o c. simpl. destruct (giving_of o c) as [g|].
  - rewrite andb_true_iff, Nat.eqb_eq, stands_at_iff. split.
    + intros [A B]. eauto.
    + intros (h & E & A & B). inversion E; subst. auto.
  - split; [discriminate|]. intros (h & E & _). discriminate.
Qed.

(** Where it goes back from is behind, and no place of the last sorting. *)
Lemma back_from : forall o g c,
  sound c -> giving_of o c = Some g -> stands (holder g) (got_place g) c ->
  left_place g < got_place g /\ end_sorted (the_line c) <= got_place g.
Proof.
  intros o g c S E T. pose proof (booked c S _ _ (giving_in _ _ _ E)).
  pose proof (within c S _ T). simpl in *. lia.
Qed.

(** ** Joining, leaving, correcting *)

Lemma join_seated : forall m c, In m (members (the_line c)) -> after (Join m) c = c.
Proof.
  intros m [l b] I. simpl in *. unfold join. apply seated_iff in I. rewrite I. reflexivity.
Qed.

Lemma join_stands : forall m c y n,
  ~ In m (members (the_line c)) ->
  (stands y n (after (Join m) c) <-> (y = m /\ n = next (the_line c)) \/ stands y n c).
Proof.
  intros m c y n N. unfold stands. simpl. unfold join.
  destruct (seated m (the_line c)) eqn:E; [apply seated_iff in E; tauto|].
  simpl. rewrite without_absent by exact N. rewrite in_app_iff. simpl. split.
  - intros [I|[I|[]]]; [auto|]. inversion I; auto.
  - intros [[A B]|A]; [subst; auto|auto].
Qed.

Lemma join_range : forall m c,
  first_sorted (the_line (after (Join m) c)) = first_sorted (the_line c) /\
  end_sorted (the_line (after (Join m) c)) = end_sorted (the_line c).
Proof. intros m c. simpl. unfold join. destruct (seated m (the_line c)); auto. Qed.

Lemma leave_stands : forall m c y n,
  stands y n (after (Leave m) c) <-> y <> m /\ stands y n c.
Proof. intros. unfold stands. simpl. rewrite in_without. simpl. tauto. Qed.

Lemma correct_elsewhere : forall v c y n,
  is_sorted (the_line c) n = false -> (stands y n (after (Correct v) c) <-> stands y n c).
Proof. intros v c y n N. unfold stands. simpl. apply fill_other, N. Qed.

Lemma sorted_members : forall y c,
  In y (at_sorted_places (the_line c)) <->
  exists n, stands y n c /\ is_sorted (the_line c) n = true.
Proof.
  intros y c. unfold at_sorted_places, stands. rewrite in_map_iff. split.
  - intros ([n m] & E & I). apply filter_In in I. simpl in *. subst. eauto.
  - intros (n & I & N). exists (At n y). rewrite filter_In. auto.
Qed.

Lemma ranking_at_sorted : forall v c,
  length (ranking v (at_sorted_places (the_line c))) =
  length (filter (fun s => is_sorted (the_line c) (place s)) (seats (the_line c))).
Proof.
  intros v c. rewrite <- (Permutation_length (ranking_perm v _)). apply map_length.
Qed.

Lemma correct_back : forall v c y n,
  is_sorted (the_line c) n = true -> stands y n (after (Correct v) c) ->
  exists k, stands y k c /\ is_sorted (the_line c) k = true.
Proof.
  intros v c y n N I. apply sorted_members. unfold stands in I. simpl in I.
  apply fill_sorted in I; [|exact N|apply ranking_at_sorted].
  apply (Permutation_in _ (Permutation_sym (ranking_perm v _))), I.
Qed.

Lemma correct_there : forall v c y k,
  sound c -> is_sorted (the_line c) k = true -> stands y k c ->
  exists n, stands y n (after (Correct v) c) /\ is_sorted (the_line c) n = true.
Proof.
  intros v c y k S N I.
  assert (J : In y (members (the_line (after (Correct v) c)))).
  { apply (Permutation_in _ (correct_members v (the_line c))). apply in_line. eauto. }
  apply in_line in J. destruct J as [n J]. exists n. split; [exact J|].
  destruct (is_sorted (the_line c) n) eqn:E; [reflexivity|].
  apply correct_elsewhere in J; [|exact E].
  rewrite (stands_once _ _ _ _ S I J) in N. congruence.
Qed.

(** Who stands where no sorting put anybody stands behind all sorted places. *)
Lemma unsorted_behind : forall y n c,
  sound c -> stands y n c -> is_sorted (the_line c) n = false -> end_sorted (the_line c) <= n.
Proof.
  intros y n c S I N. pose proof (within c S _ I) as W. simpl in W. unfold is_sorted in N.
  apply andb_false_iff in N. rewrite Nat.leb_gt, Nat.ltb_ge in N. lia.
Qed.

Lemma sorted_ahead : forall c n, is_sorted (the_line c) n = true -> n < end_sorted (the_line c).
Proof.
  intros c n N. unfold is_sorted in N. apply andb_true_iff in N.
  rewrite Nat.ltb_lt in N. apply N.
Qed.

Lemma not_sorted : forall c n, end_sorted (the_line c) <= n -> is_sorted (the_line c) n = false.
Proof.
  intros c n L. unfold is_sorted. apply andb_false_iff. right. apply Nat.ltb_ge, L.
Qed.

(** ** Any act but a whole sorting *)

Lemma range_stays : forall a c,
  is_ranking a = false ->
  first_sorted (the_line (after a c)) = first_sorted (the_line c) /\
  end_sorted (the_line (after a c)) = end_sorted (the_line c).
Proof.
  intros [o ok|o m|o|m|m|v|v] c R; try discriminate; try (split; reflexivity).
  - apply order_range.
  - apply take_back_range.
  - apply join_range.
Qed.

Lemma is_sorted_stays : forall a c n,
  is_ranking a = false -> is_sorted (the_line (after a c)) n = is_sorted (the_line c) n.
Proof.
  intros a c n R. unfold is_sorted. destruct (range_stays a c R) as [A B].
  rewrite A, B. reflexivity.
Qed.

(** Whom an act neither serves nor sends back nor takes out stays where it is; or, where a sorting
    put it, at a place of that sorting. *)
Lemma untouched : forall a c x n,
  sound c -> is_ranking a = false -> a <> Leave x ->
  takes x a c = false -> goes_back x a c = false -> stands x n c ->
  exists k, stands x k (after a c) /\
    (k = n \/ (is_sorted (the_line c) n = true /\ is_sorted (the_line c) k = true)).
Proof.
  intros a c x n S R L T B I. destruct a as [o ok|o m|o|m|m|v|v]; try discriminate.
  - exists n. split; [|auto]. destruct (first_eligible ok (the_line c)) as [s|] eqn:E.
    + apply (order_stands o ok c s x n E). right. split; [|exact I].
      intros Q. assert (takes x (Order o ok) c = true); [|congruence].
      apply takes_iff. eauto.
    + rewrite order_held by exact E. exact I.
  - exists n. auto.
  - exists n. split; [|auto]. destruct (take_back_cases o c) as [(g & E & F)|E].
    + apply (take_back_stands o g c x n E F). right. split; [|exact I].
      intros Q. assert (goes_back x (TakeBack o) c = true); [|congruence].
      apply goes_back_iff. exists g. subst. auto.
    + unfold stands in *. rewrite E. exact I.
  - exists n. split; [|auto].
    destruct (in_dec Nat.eq_dec m (members (the_line c))) as [J|J].
    + rewrite join_seated by exact J. exact I.
    + apply (join_stands m c x n J). auto.
  - exists n. split; [|auto]. apply leave_stands. split; [congruence|exact I].
  - destruct (is_sorted (the_line c) n) eqn:N.
    + destruct (correct_there v c x n S N I) as (k & J & K). eauto.
    + exists n. split; [|auto]. apply correct_elsewhere; assumption.
Qed.

(** Who is in the line stays in it, unless it leaves. *)
Lemma stays_in_line : forall a c x,
  sound c -> a <> Leave x -> In x (members (the_line c)) -> In x (members (the_line (after a c))).
Proof.
  intros a c x S L I. apply in_line in I. destruct I as [n I]. apply in_line.
  destruct (is_ranking a) eqn:R.
  - destruct a; try discriminate. apply in_line. simpl. unfold members at 1. simpl.
    rewrite numbered_members. apply (Permutation_in _ (ranking_perm volume _)).
    apply in_line. eauto.
  - destruct (takes x a c) eqn:T.
    + destruct a as [o ok| | | | | |]; try discriminate.
      apply takes_iff in T. destruct T as (s & E & W).
      exists (next (the_line c)). apply (order_stands o ok c s _ _ E). auto.
    + destruct (goes_back x a c) eqn:B.
      * destruct a as [| |o| | | |]; try discriminate.
        apply goes_back_iff in B. destruct B as (g & E & H & F). subst.
        exists (left_place g). apply (take_back_stands o g c _ _ E F). auto.
      * destruct (untouched a c x n S R L T B I) as (k & K & _). eauto.
Qed.
