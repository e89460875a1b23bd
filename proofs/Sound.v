(** Every state that some history comes to is sound; and where one step leaves everybody. *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places.
Import ListNotations.

Definition left_places (c : city) : list nat := map (fun e => left_place (snd e)) (book c).

Record sound (c : city) : Prop := {
  growing : StronglySorted earlier (seats (the_line c));
  single : NoDup (members (the_line c));
  (* No number is both somebody's place and a place that an order remembers, nor twice either. *)
  apart : NoDup (map place (seats (the_line c)) ++ left_places c);
  within : forall s, In s (seats (the_line c)) ->
    first_sorted (the_line c) <= place s < next (the_line c);
  ranged : first_sorted (the_line c) <= end_sorted (the_line c) <= next (the_line c);
  booked : forall o g, In (o, g) (book c) ->
    left_place g < got_place g < next (the_line c) /\
    (got_place g < first_sorted (the_line c) \/
     (first_sorted (the_line c) <= left_place g /\ end_sorted (the_line c) <= got_place g))
}.

(** Somebody stands at a place. *)
Definition stands (m : member) (n : nat) (c : city) : Prop := In (At n m) (seats (the_line c)).

Lemma in_line : forall m c, In m (members (the_line c)) <-> exists n, stands m n c.
Proof. intros. apply in_members. Qed.

Lemma stands_once : forall m n k c, sound c -> stands m n c -> stands m k c -> n = k.
Proof. intros m n k c S. apply one_seat, S. Qed.

Lemma stands_alone : forall a b n c, sound c -> stands a n c -> stands b n c -> a = b.
Proof. intros a b n c S. apply one_member, S. Qed.

Lemma nodup_sublist : forall (a b : list nat) x,
  NoDup (a ++ x :: b) -> NoDup (a ++ b) /\ ~ In x (a ++ b).
Proof. intros a b x N. split; [eapply NoDup_remove_1|eapply NoDup_remove_2]; exact N. Qed.

Lemma forget_apart : forall o b ns,
  NoDup (ns ++ map (fun e => left_place (snd e)) b) ->
  NoDup (ns ++ map (fun e => left_place (snd e)) (forget o b)).
Proof.
  intros o b. induction b as [|e b IH]; simpl; intros ns N; [exact N|].
  destruct (negb (fst e =? o)); simpl.
  - apply NoDup_remove in N. destruct N as [N J].
    apply (Permutation_NoDup (l := left_place (snd e) :: ns ++
      map (fun e => left_place (snd e)) (forget o b))).
    + apply Permutation_middle.
    + constructor; [|apply IH; exact N].
      intros I. apply J. apply in_app_iff in I. apply in_app_iff.
      destruct I as [I|I]; [auto|right]. apply in_map_iff in I. destruct I as (f & E & I).
      apply in_map_iff. exists f. apply filter_In in I. tauto.
  - apply IH. apply NoDup_remove in N. apply N.
Qed.

Lemma in_forget : forall o e b, In e (forget o b) <-> In e b /\ fst e <> o.
Proof.
  intros. unfold forget. rewrite filter_In, negb_true_iff, Nat.eqb_neq. tauto.
Qed.

Lemma giving_in : forall o c g, giving_of o c = Some g -> In (o, g) (book c).
Proof.
  unfold giving_of. intros o c g E.
  destruct (find (fun e => fst e =? o) (book c)) as [[o' g']|] eqn:F; simpl in E; [|discriminate].
  apply find_some in F. destruct F as [I Q]. apply Nat.eqb_eq in Q. simpl in Q.
  inversion E; subst. exact I.
Qed.

Lemma first_eligible_in : forall ok c s,
  first_eligible ok (the_line c) = Some s -> stands (who s) (place s) c /\ ok (who s) = true.
Proof.
  intros ok c [n m] E. apply find_some in E. exact E.
Qed.

(** ** Each act keeps it *)

Lemma sound_nobody : sound nobody.
Proof.
  constructor; simpl; try tauto; try (repeat constructor); try lia.
Qed.

Lemma sound_to_end : forall m b c,
  sound c ->
  NoDup (next (the_line c) :: map place (without m (seats (the_line c))) ++
         map (fun e => left_place (snd e)) b) ->
  (forall o g, In (o, g) b -> left_place g < got_place g < S (next (the_line c)) /\
    (got_place g < first_sorted (the_line c) \/
     (first_sorted (the_line c) <= left_place g /\ end_sorted (the_line c) <= got_place g))) ->
  sound (City (to_end m (the_line c)) b).
Proof.
  intros m b [[ss nx f e] bk] S N B. destruct S as [G D A W R K]. simpl in *.
  constructor; simpl.
  - apply sorted_snoc; [apply sorted_filter, G|].
    intros t I. apply in_without in I. simpl. apply W, I.
  - unfold members in *. simpl in *. rewrite map_app. simpl.
    apply (Permutation_NoDup (Permutation_cons_append _ m)).
    constructor; [apply not_in_without|apply nodup_without, D].
  - unfold left_places. simpl. rewrite map_app. simpl. rewrite <- app_assoc. simpl.
    exact (Permutation_NoDup (Permutation_middle _ _ nx) N).
  - intros s I. apply in_app_iff in I. destruct I as [I|[I|[]]].
    + apply in_without in I. destruct I as [I _]. specialize (W s I). lia.
    + subst. simpl. lia.
  - lia.
  - exact B.
Qed.

Lemma places_below : forall c n,
  sound c -> In n (map place (seats (the_line c)) ++ left_places c) -> n < next (the_line c).
Proof.
  intros c n S I. apply in_app_iff in I. destruct I as [I|I]; apply in_map_iff in I.
  - destruct I as (s & E & I). subst. apply (within c S), I.
  - destruct I as ([o g] & E & I). subst. simpl. specialize (booked c S o g I). lia.
Qed.

Lemma in_places_without : forall n m ss,
  In n (map place (without m ss)) -> In n (map place ss).
Proof.
  intros n m ss I. apply in_map_iff in I. destruct I as (s & E & I).
  apply in_without in I. apply in_map_iff. exists s. tauto.
Qed.

Lemma nodup_app_without : forall m ss ns,
  NoDup (map place ss ++ ns) -> NoDup (map place (without m ss) ++ ns).
Proof.
  intros m ss ns. induction ss as [|s ss IH]; simpl; intros N; [exact N|].
  inversion N as [|? ? A B]; subst. destruct (negb (is_of m s)); simpl; [|auto].
  constructor; [|auto]. intros I. apply A. apply in_app_iff. apply in_app_iff in I.
  destruct I as [I|I]; [left; apply (in_places_without _ m), I|auto].
Qed.

Lemma sound_order : forall o ok c, sound c -> sound (after (Order o ok) c).
Proof.
  intros o ok c S. simpl. destruct (first_eligible ok (the_line c)) as [[n m]|] eqn:E; [|exact S].
  apply first_eligible_in in E. destruct E as [I _]. simpl in I.
  pose proof (forget_apart o (book c) _ (apart c S)) as A.
  apply sound_to_end; [exact S| |].
  - simpl. constructor.
    + intros J. assert (L : next (the_line c) < next (the_line c)); [|lia].
      apply (places_below c _ S). apply in_app_iff in J. apply in_app_iff.
      destruct J as [J|[J|J]].
      * left. apply (in_places_without _ m), J.
      * left. rewrite <- J. apply in_map_iff. exists (At n m). auto.
      * right. apply in_map_iff in J. destruct J as (e & J & K).
        apply in_map_iff. exists e. apply in_forget in K. tauto.
    + apply (Permutation_NoDup (Permutation_middle _ _ n)).
      apply (Permutation_NoDup (l := (n :: map place (without m (seats (the_line c)))) ++
        map (fun e => left_place (snd e)) (forget o (book c)))); [reflexivity|].
      refine (Permutation_NoDup _ A). apply Permutation_app_tail.
      apply places_without; [apply S|exact I].
  - intros o' g J. simpl in J. destruct J as [J|J].
    + inversion J; subst. simpl. specialize (within c S _ I). simpl. intros.
      destruct S as [_ _ _ _ R _]. lia.
    + apply in_forget in J. destruct J as [J _]. specialize (booked c S _ _ J). lia.
Qed.

Lemma sound_forget : forall o c, sound c -> sound (City (the_line c) (forget o (book c))).
Proof.
  intros o c S. destruct S as [G D A W R K]. constructor; simpl; auto.
  - apply forget_apart, A.
  - intros o' g I. apply in_forget in I. apply (K o'), I.
Qed.

(** A place that an order remembers is nobody's. *)
Lemma left_is_free : forall o g c,
  sound c -> In (o, g) (book c) -> ~ In (left_place g) (map place (seats (the_line c))).
Proof.
  intros o g c S I J. pose proof (apart c S) as A. apply in_split in J.
  destruct J as (x & y & E). rewrite E in A. rewrite <- app_assoc in A. simpl in A.
  apply NoDup_remove_2 in A. apply A. apply in_app_iff. right. apply in_app_iff. right.
  apply in_map_iff. exists (o, g). auto.
Qed.

Lemma back_apart : forall o g b ns,
  In (o, g) b -> NoDup (ns ++ map (fun e => left_place (snd e)) b) ->
  NoDup (left_place g :: ns ++ map (fun e => left_place (snd e)) (forget o b)).
Proof.
  intros o g b ns I N. apply in_split in I. destruct I as (x & y & E). subst.
  rewrite map_app in N. simpl in N. rewrite app_assoc in N.
  apply NoDup_remove in N. destruct N as [N J]. rewrite <- app_assoc, <- map_app in *.
  constructor.
  - intros K. apply J. apply in_app_iff in K. apply in_app_iff.
    destruct K as [K|K]; [auto|right]. apply in_map_iff in K. destruct K as (e & F & K).
    apply in_forget in K. destruct K as [K Q]. apply in_map_iff. exists e. split; [exact F|].
    apply in_app_iff. apply in_app_iff in K. destruct K as [K|[K|K]]; auto.
    subst e. simpl in Q. tauto.
  - unfold forget. rewrite filter_app. simpl. rewrite Nat.eqb_refl. simpl.
    rewrite <- filter_app. apply (forget_apart o (x ++ y)), N.
Qed.

Lemma sound_take_back : forall o c, sound c -> sound (after (TakeBack o) c).
Proof.
  intros o c S. simpl. destruct (giving_of o c) as [g|] eqn:E; [|exact S].
  apply giving_in in E. unfold back.
  destruct (stands_at (holder g) (got_place g) (the_line c)) eqn:T;
    [|exact (sound_forget o c S)].
  apply stands_at_iff in T.
  pose proof (left_is_free o g c S E) as L. pose proof (booked c S o g E) as B.
  pose proof (within c S _ T) as V. simpl in V.
  destruct S as [G D A W R K]. constructor; simpl.
  - apply sorted_insert; [apply sorted_filter, G|].
    intros I. apply L. apply in_places_without in I. exact I.
  - unfold members. simpl. rewrite <- insert_perm. simpl.
    constructor; [apply not_in_without|apply nodup_without, D].
  - unfold left_places. simpl. rewrite <- insert_perm. simpl.
    apply (back_apart o g (book c)); [exact E|]. apply nodup_app_without, A.
  - intros s I. apply in_insert in I. destruct I as [I|I].
    + subst. simpl. lia.
    + apply in_without in I. apply W, I.
  - exact R.
  - intros o' g' I. apply in_forget in I. apply (K o'), I.
Qed.

Lemma sound_join : forall m c, sound c -> sound (after (Join m) c).
Proof.
  intros m c S. simpl. unfold join. destruct (seated m (the_line c)); [destruct c; exact S|].
  apply sound_to_end; [exact S| |].
  - constructor.
    + intros J. assert (L : next (the_line c) < next (the_line c)); [|lia].
      apply (places_below c _ S). apply in_app_iff in J. apply in_app_iff.
      destruct J as [J|J]; [left; apply (in_places_without _ m), J|auto].
    + apply nodup_app_without, S.
  - intros o g I. specialize (booked c S o g I). lia.
Qed.

Lemma sound_leave : forall m c, sound c -> sound (after (Leave m) c).
Proof.
  intros m c S. destruct S as [G D A W R K]. constructor; simpl; auto.
  - apply sorted_filter, G.
  - apply nodup_without, D.
  - apply nodup_app_without, A.
  - intros s I. apply in_without in I. apply W, I.
Qed.

Lemma nodup_places : forall ss, StronglySorted earlier ss -> NoDup (map place ss).
Proof.
  intros ss S. induction S as [|s ss S IH F]; simpl; constructor; [|exact IH].
  intros I. apply in_map_iff in I. destruct I as (t & E & I).
  rewrite Forall_forall in F. specialize (F t I). unfold earlier in F. lia.
Qed.

Lemma nodup_disjoint : forall a b : list nat,
  NoDup a -> NoDup b -> (forall n, In n a -> ~ In n b) -> NoDup (a ++ b).
Proof.
  intros a b A B D. induction A as [|x a N A IH]; simpl; [exact B|].
  constructor.
  - intros I. apply in_app_iff in I. destruct I as [I|I]; [tauto|].
    apply (D x); [left; reflexivity|exact I].
  - apply IH. intros n I. apply D. right. exact I.
Qed.

Lemma nodup_right : forall a b : list nat, NoDup (a ++ b) -> NoDup b.
Proof.
  intros a b. induction a as [|x a IH]; simpl; intros N; [exact N|].
  inversion N; auto.
Qed.

Lemma ranking_length : forall v l, length (ranking v (members l)) = length (seats l).
Proof.
  intros v l. rewrite <- (Permutation_length (ranking_perm v _)). apply map_length.
Qed.

Lemma sound_rank : forall v c, sound c -> sound (after (Rank v) c).
Proof.
  intros v c S. pose proof (places_below c) as P. pose proof (ranking_length v (the_line c)) as LN.
  constructor; simpl.
  - apply numbered_sorted.
  - unfold members at 1. simpl. rewrite numbered_members. rewrite <- ranking_perm. apply S.
  - unfold left_places. simpl. apply nodup_disjoint.
    + apply nodup_places, numbered_sorted.
    + apply (nodup_right _ _ (apart c S)).
    + intros n I J. apply in_map_iff in I. destruct I as (s & E & I).
      apply numbered_range in I. specialize (P n S). subst n.
      assert (place s < next (the_line c)); [|lia]. apply P, in_app_iff. auto.
  - intros s I. apply numbered_range in I. rewrite LN in I. lia.
  - lia.
  - intros o g I. specialize (booked c S o g I). lia.
Qed.

Lemma sound_correct : forall v c, sound c -> sound (after (Correct v) c).
Proof.
  intros v c S. destruct S as [G D A W R K]. constructor; simpl; auto.
  - eapply by_places; [|exact G]. symmetry. apply fill_places.
  - apply (Permutation_NoDup (correct_members v (the_line c))), D.
  - rewrite fill_places. exact A.
  - intros s I. apply (in_map place) in I. rewrite fill_places in I.
    apply in_map_iff in I. destruct I as (t & E & I). rewrite <- E. apply W, I.
Qed.

Lemma sound_after : forall a c, sound c -> sound (after a c).
Proof.
  intros [o ok|o m|o|m|m|v|v] c S.
  - apply sound_order, S.
  - exact S.
  - apply sound_take_back, S.
  - apply sound_join, S.
  - apply sound_leave, S.
  - apply sound_rank, S.
  - apply sound_correct, S.
Qed.

Lemma sound_run : forall acts c, sound c -> sound (run acts c).
Proof.
  induction acts as [|a acts IH]; simpl; intros c S; [exact S|]. apply IH, sound_after, S.
Qed.

Lemma reached_sound : forall c, reached c -> sound c.
Proof. intros c [past E]. subst. apply sound_run, sound_nobody. Qed.

Lemma run_app : forall a b c, run (a ++ b) c = run b (run a c).
Proof. induction a as [|x a IH]; simpl; intros b c; [reflexivity|]. apply IH. Qed.

Lemma reached_after : forall a c, reached c -> reached (after a c).
Proof.
  intros a c [past E]. exists (past ++ [a]). rewrite run_app. simpl. rewrite <- E. reflexivity.
Qed.

Lemma reached_run : forall acts c, reached c -> reached (run acts c).
Proof.
  induction acts as [|a acts IH]; simpl; intros c R; [exact R|]. apply IH, reached_after, R.
Qed.
