(** Who gets how much by turn (article 16, rules 3.4). *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places Sound Steps.
Import ListNotations.

(** Three members, 1 to 3, who joined in this order; all are eligible, or one of them. *)
Definition three : city := run [Join 1; Join 2; Join 3] nobody.
Definition all : eligibility := fun _ => true.
Definition only (m : member) : eligibility := fun x => x =? m.
Definition but (m : member) : eligibility := fun x => negb (x =? m).

(** ** An order is held exactly when nobody in the line is eligible *)

(** 中文：一单待派，当且仅当队列中没有符合条件的会员单位。
    English: an order is held exactly when nobody in the line is eligible. *)
Theorem held_iff_nobody_is_eligible : forall o ok c,
  answer (Order o ok) c = None <->
  forall m, In m (members (the_line c)) -> ok m = false.
Proof.
  intros o ok c. simpl. unfold first_eligible, members. split.
  - intros E m I. apply in_map_iff in I. destruct I as (s & W & I). subst.
    destruct (find _ _) eqn:F; [discriminate|]. apply (find_none _ _ F _ I).
  - intros A. destruct (find _ _) as [s|] eqn:F; [|reflexivity].
    apply find_some in F. destruct F as [I O].
    rewrite A in O; [discriminate|]. apply in_map. exact I.
Qed.

Example one_is_held_one_is_not :
  answers [Order 1 (only 3); Order 2 (only 4)] three = [Some 3; None].
Proof. reflexivity. Qed.

(** ** Nobody is lost or doubled *)

(** Whether somebody is in the line after some acts: it joined, and did not leave since. *)
Fixpoint belongs (m : member) (acts : list act) (was : bool) : bool :=
  match acts with
  | [] => was
  | Join k :: rest => belongs m rest (was || (k =? m))
  | Leave k :: rest => belongs m rest (was && negb (k =? m))
  | _ :: rest => belongs m rest was
  end.

Lemma belongs_step : forall a c m,
  sound c ->
  (In m (members (the_line (after a c))) <->
   belongs m [a] (seated m (the_line c)) = true).
Proof.
  intros a c m S. pose proof (seated_iff m (the_line c)) as W.
  destruct a as [o ok|o k|o|k|k|v|v]; simpl.
  - rewrite W. split; intros I.
    + destruct (first_eligible ok (the_line c)) as [s|] eqn:E; [|exact I].
      simpl in I. unfold members in I. simpl in I. rewrite map_app in I.
      apply in_app_iff in I. destruct I as [I|[I|[]]].
      * apply in_map_iff in I. destruct I as (t & Q & I). apply in_without in I.
        unfold members. apply in_map_iff. exists t. tauto.
      * subst. apply first_eligible_in in E. apply in_line. exists (place s). apply E.
    + apply (stays_in_line (Order o ok) c m S); [discriminate|exact I].
  - tauto.
  - destruct (take_back_cases o c) as [(g & E & F)|E].
    + rewrite W. split; intros I.
      * apply (in_line m (after (TakeBack o) c)) in I. destruct I as [n I].
        apply (take_back_stands o g c m n E F) in I. apply in_line.
        destruct I as [[I _]|[_ I]]; [subst|]; eauto.
      * apply (stays_in_line (TakeBack o) c m S); [discriminate|exact I].
    + simpl in E. rewrite E. rewrite W. tauto.
  - rewrite orb_true_iff, W, Nat.eqb_eq.
    destruct (in_dec Nat.eq_dec k (members (the_line c))) as [J|J].
    + assert (E : the_line (after (Join k) c) = the_line c) by (rewrite join_seated; auto).
      simpl in E. rewrite E. split; [auto|]. intros [I|I]; [exact I|subst; exact J].
    + split; intros I.
      * apply (in_line m (after (Join k) c)) in I. destruct I as [n I].
        apply (join_stands k c m n J) in I. rewrite in_line.
        destruct I as [[I _]|I]; [subst; auto|eauto].
      * apply (in_line m (after (Join k) c)). destruct I as [I|I].
        -- apply in_line in I. destruct I as [n I]. exists n.
           apply (join_stands k c m n J). auto.
        -- exists (next (the_line c)). apply (join_stands k c m _ J). auto.
  - rewrite andb_true_iff, W, negb_true_iff, Nat.eqb_neq. split; intros I.
    + apply (in_line m (after (Leave k) c)) in I. destruct I as [n I].
      apply leave_stands in I. split; [apply in_line; exists n; tauto|intuition congruence].
    + destruct I as [I Q]. apply in_line in I. destruct I as [n I].
      apply (in_line m (after (Leave k) c)). exists n. apply leave_stands. auto.
  - unfold members at 1. simpl. rewrite numbered_members. rewrite W. split; intros I.
    + apply (Permutation_in _ (Permutation_sym (ranking_perm v _))), I.
    + apply (Permutation_in _ (ranking_perm v _)), I.
  - rewrite W. split; intros I.
    + apply (Permutation_in _ (Permutation_sym (correct_members v _))), I.
    + apply (Permutation_in _ (correct_members v _)), I.
Qed.

(** 中文：无论派单、点单、回位、加入、退出、排位、更正如何交替，队列中恰是加入而未退出的会员单位，每家一席。
    English: whatever happens, in the line is just who joined and did not leave since, and each
    once. *)
Theorem nobody_is_lost_or_doubled : forall acts c,
  reached c ->
  NoDup (members (the_line (run acts c))) /\
  forall m, In m (members (the_line (run acts c))) <->
            belongs m acts (seated m (the_line c)) = true.
Proof.
  intros acts c R. split; [apply single, sound_run, reached_sound, R|].
  apply reached_sound in R. revert c R.
  induction acts as [|a acts IH]; intros c S m.
  - simpl. symmetry. apply seated_iff.
  - change (run (a :: acts) c) with (run acts (after a c)).
    rewrite (IH (after a c) (sound_after a c S) m).
    assert (E : belongs m (a :: acts) (seated m (the_line c)) =
      belongs m acts (belongs m [a] (seated m (the_line c)))) by (destruct a; reflexivity).
    rewrite E. pose proof (belongs_step a c m S) as B. rewrite <- seated_iff in B.
    destruct (seated m (the_line (after a c))), (belongs m [a] (seated m (the_line c)));
      intuition congruence.
Qed.

Example one_joins_and_one_leaves :
  members (the_line (run [Order 1 all; Join 4; Leave 2; Order 2 (but 3)] three)) = [3; 4; 1].
Proof. reflexivity. Qed.

(** ** Passed over *)

(** How many stand ahead of a member. *)
Fixpoint before (x : member) (ms : list member) : nat :=
  match ms with
  | [] => 0
  | m :: rest => if m =? x then 0 else S (before x rest)
  end.

Definition ahead (x : member) (c : city) : nat := before x (members (the_line c)).

Lemma before_short : forall x ms, In x ms -> before x ms < length ms.
Proof.
  intros x ms. induction ms as [|m ms IH]; simpl; intros I; [tauto|].
  destruct (Nat.eqb_spec m x); [lia|]. destruct I as [I|I]; [tauto|]. apply IH in I. lia.
Qed.

Definition lower (n : nat) (s : seat) : bool := place s <? n.

Lemma before_counts : forall x n ss,
  StronglySorted earlier ss -> NoDup (map who ss) -> In (At n x) ss ->
  before x (map who ss) = length (filter (lower n) ss).
Proof.
  intros x n ss S. induction S as [|s ss S IH F]; simpl; intros N I; [tauto|].
  inversion N as [|? ? A B]; subst. rewrite Forall_forall in F. unfold earlier in F.
  unfold lower at 1. destruct (Nat.eqb_spec (who s) x) as [E|E].
  - destruct I as [I|I].
    + subst. simpl. rewrite Nat.ltb_irrefl.
      assert (Z : filter (lower n) ss = []); [|rewrite Z; reflexivity].
      clear IH A B N S. induction ss as [|t ss IH]; simpl; [reflexivity|].
      unfold lower at 1. destruct (Nat.ltb_spec (place t) n) as [L|L].
      * specialize (F t (or_introl eq_refl)). simpl in F. lia.
      * apply IH. intros u J. apply F. right. exact J.
    + exfalso. apply A. rewrite E. apply in_map_iff. exists (At n x). auto.
  - destruct I as [I|I]; [subst; simpl in E; tauto|].
    specialize (F _ I). simpl in F.
    destruct (Nat.ltb_spec (place s) n); [|lia]. simpl. f_equal. apply IH; auto.
Qed.

Lemma ahead_counts : forall x n c,
  sound c -> stands x n c -> ahead x c = length (filter (lower n) (seats (the_line c))).
Proof. intros x n c S. apply before_counts; apply S. Qed.

Lemma fewer_without : forall p m ss, length (filter p (without m ss)) <= length (filter p ss).
Proof.
  intros p m ss. induction ss as [|s ss IH]; simpl; [lia|].
  destruct (negb (is_of m s)); simpl; destruct (p s); simpl; lia.
Qed.

Lemma one_fewer_without : forall p m k ss,
  In (At k m) ss -> p (At k m) = true ->
  length (filter p (without m ss)) < length (filter p ss).
Proof.
  intros p m k ss I P. induction ss as [|s ss IH]; simpl in *; [tauto|].
  destruct I as [I|I].
  - subst. unfold is_of at 1. simpl. rewrite Nat.eqb_refl, P. simpl.
    pose proof (fewer_without p m ss). lia.
  - specialize (IH I). destruct (negb (is_of m s)); simpl; destruct (p s); simpl; lia.
Qed.

Lemma just_one_fewer_without : forall p m ss,
  NoDup (map who ss) -> length (filter p ss) <= S (length (filter p (without m ss))).
Proof.
  intros p m ss. induction ss as [|s ss IH]; simpl; intros N; [lia|].
  inversion N as [|? ? A B]; subst. unfold is_of at 1.
  destruct (Nat.eqb_spec (who s) m) as [E|E]; simpl.
  - subst. rewrite without_absent by exact A. destruct (p s); simpl; lia.
  - specialize (IH B). destruct (p s); simpl; lia.
Qed.

Lemma order_ahead : forall o ok c s x,
  sound c -> first_eligible ok (the_line c) = Some s -> who s <> x ->
  In x (members (the_line c)) ->
  ahead x (after (Order o ok) c) <= ahead x c <= S (ahead x (after (Order o ok) c)) /\
  (ok x = true -> ahead x (after (Order o ok) c) < ahead x c).
Proof.
  intros o ok c s x S E W I. apply in_line in I. destruct I as [n I].
  assert (J : stands x n (after (Order o ok) c)) by (apply (order_stands o ok c s x n E); auto).
  rewrite (ahead_counts x n _ (sound_order o ok c S) J), (ahead_counts x n c S I).
  pose proof (within c S _ I) as L. simpl in L.
  assert (Z : lower n (At (next (the_line c)) (who s)) = false) by (apply Nat.ltb_ge; simpl; lia).
  simpl. rewrite E. simpl. rewrite filter_app. simpl. rewrite Z, app_nil_r.
  pose proof (fewer_without (lower n) (who s) (seats (the_line c))).
  pose proof (just_one_fewer_without (lower n) (who s) _ (single c S)).
  split; [lia|]. intros O.
  destruct (first_is_first ok c s x n S E I O) as [Q|Q]; [congruence|].
  apply first_eligible_in in E. destruct E as [E _].
  apply (one_fewer_without _ _ (place s)); [exact E|]. apply Nat.ltb_lt. exact Q.
Qed.

(** 中文：依次派出一单之后，未派到者前面的会员单位不会增多；符合条件而未派到者，前面恰少一家。
    English: nobody gets ahead of one that is passed over; and of one that was eligible just one
    fewer is ahead then. *)
Theorem passed_over_one_fewer_is_ahead : forall o ok c x,
  reached c -> In x (members (the_line c)) -> takes x (Order o ok) c = false ->
  ahead x (after (Order o ok) c) <= ahead x c /\
  (ok x = true -> ahead x c = S (ahead x (after (Order o ok) c))).
Proof.
  intros o ok c x R I T. apply reached_sound in R.
  destruct (first_eligible ok (the_line c)) as [s|] eqn:E.
  - assert (W : who s <> x).
    { intros W. assert (takes x (Order o ok) c = true) by (apply takes_iff; eauto). congruence. }
    destruct (order_ahead o ok c s x R E W I) as [L M]. split; [lia|].
    intros O. specialize (M O). lia.
  - rewrite order_held by exact E. split; [lia|]. intros O.
    assert (N : answer (Order o ok) c = None) by (simpl; rewrite E; reflexivity).
    rewrite (proj1 (held_iff_nobody_is_eligible o ok c) N x I) in O. discriminate.
Qed.

Example passed_over_while_away :
  let c := run [Order 1 (but 2)] three in
  (ahead 2 three, ahead 2 c, ahead 3 three, ahead 3 c) = (1, 0, 2, 1).
Proof. reflexivity. Qed.

(** ** Bounded overtaking *)

(** Of an act: an order that a member is eligible for; a firm that joins; an order taken back that
    puts somebody ahead of a member who was not. *)
Definition chance (x : member) (a : act) (c : city) : bool :=
  match a with Order _ ok => ok x | _ => false end.

Definition joins (a : act) (c : city) : bool := match a with Join _ => true | _ => false end.

Definition puts_ahead_of (x : member) (a : act) (c : city) : bool :=
  match a with TakeBack _ => ahead x c <? ahead x (after a c) | _ => false end.

(** Turns, designations, take-backs, joining and leaving; no new ranking and no correction. *)
Definition without_sorting (acts : list act) : Prop :=
  forall v, ~ In (Rank v) acts /\ ~ In (Correct v) acts.

Lemma take_back_ahead : forall o c x,
  sound c -> In x (members (the_line c)) ->
  ahead x (after (TakeBack o) c) <= S (ahead x c).
Proof.
  intros o c x S I. destruct (take_back_cases o c) as [(g & E & F)|E];
    [|unfold ahead; rewrite E; lia].
  apply in_line in I. destruct I as [n I]. rewrite (ahead_counts x n c S I).
  pose proof (sound_take_back o c S) as T.
  assert (P : forall k, length (filter (lower k) (seats (the_line (after (TakeBack o) c)))) <=
    (if left_place g <? k then 1 else 0) +
    length (filter (lower k) (seats (the_line c)))).
  { intros k. simpl. rewrite E. unfold back.
    apply stands_at_iff in F. rewrite F. simpl.
    pose proof (fewer_without (lower k) (holder g) (seats (the_line c))) as L.
    set (r := without _ _) in *.
    assert (Q : forall s ss, length (filter (lower k) (insert s ss)) =
      length (filter (lower k) (s :: ss))).
    { intros s ss. induction ss as [|t ss IH]; [reflexivity|].
      simpl in *. destruct (place s <? place t); [reflexivity|]. simpl.
      destruct (lower k t), (lower k s); simpl in *; lia. }
    rewrite Q. simpl. unfold lower at 1. simpl. destruct (left_place g <? k); simpl; lia. }
  destruct (Nat.eq_dec x (holder g)) as [Q|Q].
  - assert (J : stands x (left_place g) (after (TakeBack o) c))
      by (apply (take_back_stands o g c _ _ E F); auto).
    rewrite (ahead_counts x _ _ T J). specialize (P (left_place g)).
    rewrite Nat.ltb_irrefl in P.
    subst x. rewrite (stands_once _ _ _ _ S I F).
    destruct (back_from o g c S E F) as [L _].
    assert (M : forall ss, length (filter (lower (left_place g)) ss) <=
      length (filter (lower (got_place g)) ss)).
    { induction ss as [|s ss IH]; simpl; [lia|].
      destruct (lower (left_place g) s) eqn:A, (lower (got_place g) s) eqn:B; simpl; try lia.
      apply Nat.ltb_lt in A. apply Nat.ltb_ge in B. lia. }
    specialize (M (seats (the_line c))). lia.
  - assert (J : stands x n (after (TakeBack o) c))
      by (apply (take_back_stands o g c _ _ E F); auto).
    rewrite (ahead_counts x n _ T J). specialize (P n). destruct (left_place g <? n); lia.
Qed.

Lemma join_ahead : forall m c x,
  sound c -> In x (members (the_line c)) -> ahead x (after (Join m) c) = ahead x c.
Proof.
  intros m c x S I. destruct (in_dec Nat.eq_dec m (members (the_line c))) as [J|J].
  - rewrite join_seated by exact J. reflexivity.
  - unfold ahead. simpl. unfold join. destruct (seated m (the_line c)) eqn:E; [reflexivity|].
    unfold members. simpl. rewrite without_absent by exact J. rewrite map_app. simpl.
    unfold members in I. induction (map who (seats (the_line c))) as [|k ms IH];
      simpl in *; [tauto|].
    destruct (Nat.eqb_spec k x) as [Q|Q]; [reflexivity|]. f_equal. tauto.
Qed.

Lemma leave_ahead : forall m c x,
  sound c -> m <> x -> In x (members (the_line c)) ->
  ahead x (after (Leave m) c) <= ahead x c.
Proof.
  intros m c x S N I. apply in_line in I. destruct I as [n I].
  assert (J : stands x n (after (Leave m) c)) by (apply leave_stands; auto).
  rewrite (ahead_counts x n c S I), (ahead_counts x n _ (sound_leave m c S) J).
  simpl. apply fewer_without.
Qed.

Lemma length_after : forall a c,
  sound c ->
  length (members (the_line (after a c))) <=
  length (members (the_line c)) + (if joins a c then 1 else 0).
Proof.
  intros a c S. unfold members. rewrite !map_length.
  assert (W : forall m, length (without m (seats (the_line c))) <= length (seats (the_line c))).
  { intros m. unfold without. induction (seats (the_line c)) as [|s ss IH]; simpl; [lia|].
    destruct (negb (is_of m s)); simpl; lia. }
  destruct a as [o ok|o m|o|m|m|v|v]; simpl; try lia.
  - destruct (first_eligible ok (the_line c)) as [s|] eqn:E; [|lia]. simpl.
    apply first_eligible_in in E. destruct E as [E _].
    pose proof (Permutation_length (members_without (who s) _ (single c S)
      (in_map who _ _ E))) as P. simpl in P. rewrite !map_length in P.
    rewrite app_length. simpl. lia.
  - destruct (giving_of o c) as [g|] eqn:E; [|lia]. simpl. unfold back.
    destruct (stands_at _ _ _) eqn:F; [|lia]. apply stands_at_iff in F. simpl.
    rewrite <- insert_perm. simpl.
    pose proof (Permutation_length (members_without (holder g) _ (single c S)
      (in_map who _ _ F))) as P. simpl in P. rewrite !map_length in P. lia.
  - unfold join. destruct (seated m (the_line c)); [lia|]. simpl. rewrite app_length. simpl.
    specialize (W m). lia.
  - specialize (W m). lia.
  - unfold members. pose proof (ranking_length v (the_line c)) as L. unfold members in L.
    rewrite <- (map_length who), numbered_members. lia.
  - rewrite <- (map_length place), fill_places, map_length. lia.
Qed.

Lemma chance_step : forall a c x most,
  sound c -> In x (members (the_line c)) -> a <> Leave x -> without_sorting [a] ->
  length (members (the_line (after a c))) <= most ->
  (if chance x a c then 1 else 0) + ahead x (after a c) <=
  ahead x c + (if puts_ahead_of x a c then 1 else 0) + (if takes x a c then most else 0).
Proof.
  intros a c x most S I L Q M.
  destruct a as [o ok|o m|o|m|m|v|v].
  - assert (J : In x (members (the_line (after (Order o ok) c))))
      by (apply stays_in_line; auto; discriminate).
    pose proof (before_short x _ J) as B. fold (ahead x (after (Order o ok) c)) in B.
    unfold puts_ahead_of. unfold chance.
    destruct (takes x (Order o ok) c) eqn:T; [destruct (ok x); lia|].
    destruct (first_eligible ok (the_line c)) as [s|] eqn:E.
    + assert (W : who s <> x).
      { intros W. assert (takes x (Order o ok) c = true); [|congruence].
        apply takes_iff. eauto. }
      destruct (order_ahead o ok c s x S E W I) as [U V].
      destruct (ok x); [specialize (V eq_refl)|]; lia.
    + assert (N : answer (Order o ok) c = None) by (simpl; rewrite E; reflexivity).
      rewrite order_held by exact E.
      rewrite (proj1 (held_iff_nobody_is_eligible o ok c) N x I). lia.
  - simpl. lia.
  - pose proof (take_back_ahead o c x S I) as T.
    unfold chance, takes, puts_ahead_of, answer.
    destruct (Nat.ltb_spec (ahead x c) (ahead x (after (TakeBack o) c))); lia.
  - rewrite join_ahead by assumption. unfold chance, takes, puts_ahead_of, answer. lia.
  - pose proof (leave_ahead m c x S) as T.
    unfold chance, takes, puts_ahead_of, answer.
    assert (m <> x) by congruence. specialize (T H I). lia.
  - destruct (Q v) as [Q1 _]. exfalso. apply Q1. left. reflexivity.
  - destruct (Q v) as [_ Q2]. exfalso. apply Q2. left. reflexivity.
Qed.

Lemma without_sorting_cons : forall a acts,
  without_sorting (a :: acts) -> without_sorting [a] /\ without_sorting acts.
Proof.
  intros a acts W. split; intros v; destruct (W v) as [A B]; split; intros I;
    simpl in *; tauto.
Qed.

Lemma chances_are_bounded : forall x most acts c,
  sound c -> In x (members (the_line c)) -> ~ In (Leave x) acts -> without_sorting acts ->
  length (members (the_line c)) + count joins acts c <= most ->
  count (chance x) acts c <=
  ahead x c + count (puts_ahead_of x) acts c + count (takes x) acts c * most.
Proof.
  intros x most acts. induction acts as [|a acts IH]; intros c S I L W M; [simpl; lia|].
  apply without_sorting_cons in W. destruct W as [W1 W2].
  change (count joins (a :: acts) c) with
    ((if joins a c then 1 else 0) + count joins acts (after a c)) in M.
  pose proof (length_after a c S) as G.
  assert (La : a <> Leave x) by (intros E; apply L; left; exact E).
  assert (Lr : ~ In (Leave x) acts) by (intros E; apply L; right; exact E).
  pose proof (chance_step a c x most S I La W1 ltac:(lia)) as T.
  specialize (IH (after a c) (sound_after a c S) (stays_in_line a c x S La I) Lr W2 ltac:(lia)).
  simpl. destruct (takes x a c); simpl; lia.
Qed.

(** 中文：一家会员单位在未依次派到一单期间，符合条件的次数不多于起初排在它前面的家数，加上其间他人回位到它前面的次数。
    English: while a member is given nothing by turn, it was eligible for at most as many orders as
    members stood ahead of it, and one more each time somebody went back to a place ahead of it. *)
Theorem bounded_overtaking : forall x acts c,
  reached c -> In x (members (the_line c)) -> ~ In (Leave x) acts -> without_sorting acts ->
  count (takes x) acts c = 0 ->
  count (chance x) acts c <= ahead x c + count (puts_ahead_of x) acts c.
Proof.
  intros x acts c R I L W T.
  pose proof (chances_are_bounded x _ acts c (reached_sound c R) I L W (le_n _)) as B.
  rewrite T in B. lia.
Qed.

(** The bound is met: member 3 is passed over by 1 and 2; then an order of 1 is called off, which
    puts it ahead again, and it passes member 3 once more. *)
Example overtaken_just_so_often :
  let acts := [Order 1 all; Order 2 all; TakeBack 1; Order 3 all] in
  (count (chance 3) acts three, ahead 3 three, count (puts_ahead_of 3) acts three,
   count (takes 3) acts three) = (3, 2, 1, 0).
Proof. reflexivity. Qed.

(** ** No starvation *)

(** 中文：队列有几家，符合条件几次就至少派到一单；符合条件的次数是家数的几倍，就至少派到几单。其间加入的计入家数；
    他人每回位到它前面一次，另加一次。
    English: one that is eligible as often as the line is long is served at least once, twice as
    often at least twice, and so on. Who joins meanwhile counts for the length; each time somebody
    goes back to a place ahead of it, once more is needed. *)
Theorem no_starvation : forall x times acts c,
  reached c -> In x (members (the_line c)) -> ~ In (Leave x) acts -> without_sorting acts ->
  times * (length (members (the_line c)) + count joins acts c)
    + count (puts_ahead_of x) acts c <= count (chance x) acts c ->
  times <= count (takes x) acts c.
Proof.
  intros x times acts c R I L W E.
  pose proof (chances_are_bounded x _ acts c (reached_sound c R) I L W (le_n _)) as B.
  pose proof (before_short x _ I) as H. fold (ahead x c) in H.
  set (most := length (members (the_line c)) + count joins acts c) in *.
  destruct (le_lt_dec times (count (takes x) acts c)) as [K|K]; [exact K|exfalso].
  assert (P : S (count (takes x) acts c) * most <= times * most)
    by (apply Nat.mul_le_mono_r; lia).
  simpl in P. lia.
Qed.

(** Member 3 can take only every second order, and is served once within three of them. *)
Example served_within_a_round :
  let acts := [Order 1 all; Order 2 (but 3); Order 3 all; Order 4 (but 3); Order 5 all] in
  (count (chance 3) acts three, answers acts three) = (3, [Some 1; Some 2; Some 3; Some 1; Some 2]).
Proof. reflexivity. Qed.
