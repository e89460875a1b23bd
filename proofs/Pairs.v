(** Two members beside each other (article 16, rules 3.2 and 3.4). Corrections of the ranking may
    come in between; only a whole sorting starts afresh. *)

From Coq Require Import List Arith Bool Lia.
From Paidan Require Import Line Places Sound Steps Turn.
Import ListNotations.

(** Both stand where the last sorting of the whole line put somebody: neither has had a turn. *)
Definition both_waiting (a b : member) (c : city) : Prop :=
  exists n k, stands a n c /\ stands b k c /\
    is_sorted (the_line c) n = true /\ is_sorted (the_line c) k = true.

(** The first stands before the second, and no correction can change that. *)
Definition leads (a b : member) (c : city) : Prop :=
  exists n k, stands a n c /\ stands b k c /\ n < k /\ is_sorted (the_line c) k = false.

Definition without_ranking (acts : list act) : Prop := forall v, ~ In (Rank v) acts.

Lemma without_ranking_cons : forall a acts,
  without_ranking (a :: acts) -> is_ranking a = false /\ without_ranking acts.
Proof.
  intros a acts W. split.
  - destruct a; try reflexivity. exfalso. apply (W volume). left. reflexivity.
  - intros v I. apply (W v). right. exact I.
Qed.

Lemma either_way : forall a b c,
  sound c -> a <> b -> In a (members (the_line c)) -> In b (members (the_line c)) ->
  both_waiting a b c \/ leads a b c \/ leads b a c.
Proof.
  intros a b c S N A B. apply in_line in A. apply in_line in B.
  destruct A as [n A], B as [k B].
  assert (Q : n <> k) by (intros Q; subst; apply N, (stands_alone a b k c S A B)).
  destruct (is_sorted (the_line c) n) eqn:P, (is_sorted (the_line c) k) eqn:R.
  - left. exists n, k. auto.
  - right. left. exists n, k. repeat split; auto.
    pose proof (sorted_ahead c n P). pose proof (unsorted_behind b k c S B R). lia.
  - right. right. exists k, n. repeat split; auto.
    pose proof (sorted_ahead c k R). pose proof (unsorted_behind a n c S A P). lia.
  - right. destruct (lt_dec n k); [left; exists n, k|right; exists k, n]; repeat split; auto. lia.
Qed.

(** Who takes an order stands behind whoever was in the line. *)
Lemma taker_is_behind : forall x y a c,
  sound c -> x <> y -> takes y a c = true -> In x (members (the_line c)) ->
  leads x y (after a c).
Proof.
  intros x y a c S N T I. destruct a as [o ok| | | | | |]; try discriminate.
  apply takes_iff in T. destruct T as (s & E & W). apply in_line in I. destruct I as [n I].
  pose proof (within c S _ I) as L. simpl in L. subst y.
  exists n, (next (the_line c)). repeat split.
  - apply (order_stands o ok c s _ _ E). auto.
  - apply (order_stands o ok c s _ _ E). auto.
  - lia.
  - rewrite is_sorted_stays by reflexivity. apply not_sorted. apply S.
Qed.

Lemma leads_stays : forall x y a c,
  sound c -> is_ranking a = false -> a <> Leave x -> a <> Leave y ->
  takes x a c = false -> takes y a c = false ->
  goes_back y a c = false -> leads x y c -> leads x y (after a c).
Proof.
  intros x y a c S R Lx Ly Tx Ty By (n & k & X & Y & N & K).
  destruct (untouched a c y k S R Ly Ty By Y) as (k' & Y' & Q).
  assert (E : k' = k) by (destruct Q as [Q|[Q _]]; congruence). subst k'.
  assert (K' : is_sorted (the_line (after a c)) k = false) by (rewrite is_sorted_stays; auto).
  destruct (goes_back x a c) eqn:Bx.
  - destruct a as [| |o| | | |]; try discriminate.
    apply goes_back_iff in Bx. destruct Bx as (g & E & H & F). subst x.
    exists (left_place g), k. repeat split; auto.
    + apply (take_back_stands o g c _ _ E F). auto.
    + pose proof (back_from o g c S E F). rewrite (stands_once _ _ _ _ S X F) in N. lia.
  - destruct (untouched a c x n S R Lx Tx Bx X) as (n' & X' & P).
    exists n', k. repeat split; auto. destruct P as [P|[_ P]]; [lia|].
    apply sorted_ahead in P. pose proof (unsorted_behind y k c S Y K). lia.
Qed.

Lemma both_waiting_stays : forall x y a c,
  sound c -> is_ranking a = false -> a <> Leave x -> a <> Leave y ->
  takes x a c = false -> takes y a c = false ->
  goes_back x a c = false -> goes_back y a c = false ->
  both_waiting x y c -> both_waiting x y (after a c).
Proof.
  intros x y a c S R Lx Ly Tx Ty Bx By (n & k & X & Y & N & K).
  destruct (untouched a c x n S R Lx Tx Bx X) as (n' & X' & P).
  destruct (untouched a c y k S R Ly Ty By Y) as (k' & Y' & Q).
  exists n', k'. rewrite !is_sorted_stays by exact R. repeat split; auto.
  - destruct P as [P|[_ P]]; [subst|]; auto.
  - destruct Q as [Q|[_ Q]]; [subst|]; auto.
Qed.

(** ** Nobody is overtaken twice by the same one *)

Definition overtakes (y x : member) (a : act) (c : city) : bool := chance x a c && takes y a c.

(** Who stands behind, or is not in the line, and cannot be corrected to stand before. *)
Definition is_behind (y x : member) (c : city) : Prop :=
  leads x y c \/ ~ In y (members (the_line c)).

Lemma joins_behind : forall x m c,
  sound c -> In x (members (the_line c)) -> ~ In m (members (the_line c)) ->
  leads x m (after (Join m) c).
Proof.
  intros x m c S X N. apply in_line in X. destruct X as [n X].
  pose proof (within c S _ X) as L. simpl in L. exists n, (next (the_line c)). repeat split.
  - apply (join_stands m c _ _ N). auto.
  - apply (join_stands m c _ _ N). auto.
  - lia.
  - rewrite is_sorted_stays by reflexivity. apply not_sorted. apply S.
Qed.

Lemma is_behind_stays : forall x y a c,
  sound c -> x <> y -> is_ranking a = false -> a <> Leave x -> In x (members (the_line c)) ->
  takes x a c = false -> goes_back y a c = false -> is_behind y x c -> is_behind y x (after a c).
Proof.
  intros x y a c S N R Lx X Tx By [B|B].
  - destruct (takes y a c) eqn:Ty; [left; apply taker_is_behind; auto|].
    destruct (is_ranking a || match a with Leave m => m =? y | _ => false end) eqn:Q.
    + rewrite R in Q. simpl in Q. destruct a as [| | | |m| |]; try discriminate.
      apply Nat.eqb_eq in Q. subst. right. intros I.
      apply (in_line y (after (Leave y) c)) in I. destruct I as [k I].
      apply leave_stands in I. tauto.
    + left. apply leads_stays; auto. intros Ly. subst a.
      rewrite R, Nat.eqb_refl in Q. discriminate.
  - pose proof (belongs_step a c y S) as D.
    destruct a as [o ok|o m|o|m|m|v|v]; simpl in D; try discriminate;
      try (right; intros I; apply D in I; apply seated_iff in I; tauto).
    + destruct (Nat.eqb_spec m y) as [E|E].
      * subst. left. apply joins_behind; assumption.
      * right. intros I. apply D in I. rewrite orb_false_r in I. apply seated_iff in I. tauto.
    + right. intros I. apply D in I. apply andb_true_iff in I. destruct I as [I _].
      apply seated_iff in I. tauto.
Qed.

Lemma overtaker_leads_not : forall x y a c,
  sound c -> x <> y -> In x (members (the_line c)) ->
  overtakes y x a c = true -> ~ is_behind y x c.
Proof.
  intros x y a c S N X O B. unfold overtakes in O. apply andb_true_iff in O.
  destruct O as [O T]. destruct a as [o ok| | | | | |]; try discriminate.
  apply takes_iff in T. destruct T as (s & E & W). simpl in O. subst y.
  destruct (first_eligible_in _ _ _ E) as [Y _].
  destruct B as [(n & k & A & B & L & _)|B].
  - destruct (first_is_first ok c s x n S E A O) as [Q|Q]; [congruence|].
    rewrite (stands_once _ _ _ _ S B Y) in L. lia.
  - apply B, in_line. eauto.
Qed.

Lemma overtaking : forall x y acts c,
  sound c -> x <> y -> In x (members (the_line c)) -> ~ In (Leave x) acts ->
  without_ranking acts -> count (takes x) acts c = 0 ->
  count (overtakes y x) acts c <= S (count (goes_back y) acts c) /\
  (is_behind y x c -> count (overtakes y x) acts c <= count (goes_back y) acts c).
Proof.
  intros x y acts. induction acts as [|a acts IH]; intros c S N X L W T; [simpl; lia|].
  apply without_ranking_cons in W. destruct W as [R W].
  assert (La : a <> Leave x) by (intros E; apply L; left; exact E).
  assert (Lr : ~ In (Leave x) acts) by (intros E; apply L; right; exact E).
  simpl in T. destruct (takes x a c) eqn:Tx; [discriminate|]. simpl in T.
  destruct (IH (after a c) (sound_after a c S) N (stays_in_line a c x S La X) Lr W T) as [U V].
  pose proof (overtaker_leads_not x y a c S N X) as O. simpl.
  destruct (overtakes y x a c) eqn:Q.
  - assert (B : is_behind y x (after a c)).
    { left. apply taker_is_behind; auto. apply andb_true_iff in Q. apply Q. }
    specialize (V B). specialize (O eq_refl).
    destruct (goes_back y a c); split; intros; try tauto; lia.
  - destruct (goes_back y a c) eqn:G; [split; intros; lia|].
    split; [lia|]. intros B. apply V. apply is_behind_stays; auto.
Qed.

(** 中文：一家会员单位在未依次派到一单期间，任何另一家至多超过它一次，每回位一次至多再超过一次，不论排位如何更正。
    English: while a member is given nothing by turn, no other one overtakes it more than once, and
    once more for each time that one goes back; whatever corrections of the ranking there are. *)
Theorem overtaken_once_by_each : forall x y acts c,
  reached c -> x <> y -> In x (members (the_line c)) -> ~ In (Leave x) acts ->
  without_ranking acts -> count (takes x) acts c = 0 ->
  count (overtakes y x) acts c <= 1 + count (goes_back y) acts c.
Proof.
  intros x y acts c R N X L W T.
  apply (overtaking x y acts c (reached_sound c R) N X L W T).
Qed.

(** Member 3 is ranked first, and corrected to be last. Member 2 passes it, goes back, and passes
    it once more: as often as it may. *)
Definition third_first (m : member) : nat := if m =? 3 then 9 else 0.
Definition third_last (m : member) : nat := if m =? 3 then 0 else 9.

Example overtaken_once_and_once_more :
  let c := run [Rank third_first] three in
  let acts := [Correct third_last; Order 1 all; Order 2 all; Correct third_first;
               TakeBack 2; Order 3 all] in
  (ahead 3 c, answers acts c, count (overtakes 2 3) acts c, count (goes_back 2) acts c) =
  (0, [None; Some 1; Some 2; None; None; Some 2], 2, 1).
Proof. reflexivity. Qed.

(** ** Two who are eligible for the same orders alternate *)

(** Every order by turn is open to both or to neither. *)
Definition open_alike (a b : member) (acts : list act) : Prop :=
  forall o ok, In (Order o ok) acts -> ok a = ok b.

Lemma open_alike_cons : forall a b x acts,
  open_alike a b (x :: acts) ->
  (forall o ok, x = Order o ok -> ok a = ok b) /\ open_alike a b acts.
Proof.
  intros a b x acts O. split.
  - intros o ok E. apply (O o ok). left. exact E.
  - intros o ok I. apply (O o ok). right. exact I.
Qed.

Lemma leader_first : forall a b x c,
  sound c -> leads a b c -> (forall o ok, x = Order o ok -> ok a = ok b) -> takes b x c = false.
Proof.
  intros a b x c S (n & k & A & B & L & _) O. destruct (takes b x c) eqn:T; [exfalso|reflexivity].
  destruct x as [o ok| | | | | |]; try discriminate. specialize (O o ok eq_refl).
  apply takes_iff in T. destruct T as (s & E & W). subst b.
  destruct (first_eligible_in _ _ _ E) as [Y F]. rewrite F in O.
  destruct (first_is_first ok c s a n S E A O) as [Q|Q].
  - subst a. rewrite (stands_once _ _ _ _ S A B) in L. lia.
  - rewrite (stands_once _ _ _ _ S B Y) in L. lia.
Qed.

Lemma never : forall p x c rest, count p (x :: rest) c = 0 -> p x c = false /\ count p rest (after x c) = 0.
Proof. intros p x c rest. simpl. destruct (p x c); simpl; intros; [discriminate|auto]. Qed.

Lemma one_takes : forall a b x c, a <> b -> takes a x c = true -> takes b x c = false.
Proof.
  unfold takes. intros a b x c N. destruct (answer x c) as [m|]; [|discriminate].
  intros E. apply Nat.eqb_eq in E. subst. apply Nat.eqb_neq. exact N.
Qed.

Lemma alternating : forall acts a b c,
  sound c -> a <> b -> In a (members (the_line c)) -> In b (members (the_line c)) ->
  ~ In (Leave a) acts -> ~ In (Leave b) acts -> without_ranking acts -> open_alike a b acts ->
  count (goes_back a) acts c = 0 -> count (goes_back b) acts c = 0 ->
  (both_waiting a b c ->
   count (takes a) acts c <= S (count (takes b) acts c) /\
   count (takes b) acts c <= S (count (takes a) acts c)) /\
  (leads a b c ->
   count (takes b) acts c <= count (takes a) acts c <= S (count (takes b) acts c)) /\
  (leads b a c ->
   count (takes a) acts c <= count (takes b) acts c <= S (count (takes a) acts c)).
Proof.
  induction acts as [|x acts IH]; intros a b c S N A B La Lb W O Ga Gb; [simpl; lia|].
  apply without_ranking_cons in W. destruct W as [R W].
  apply open_alike_cons in O. destruct O as [Ox O].
  apply never in Ga. apply never in Gb. destruct Ga as [Gx Ga], Gb as [Hx Gb].
  assert (Lax : x <> Leave a) by (intros E; apply La; left; exact E).
  assert (Lbx : x <> Leave b) by (intros E; apply Lb; left; exact E).
  destruct (IH a b (after x c) (sound_after x c S) N
    (stays_in_line x c a S Lax A) (stays_in_line x c b S Lbx B)
    ltac:(intros E; apply La; right; exact E) ltac:(intros E; apply Lb; right; exact E)
    W O Ga Gb) as (I1 & I2 & I3).
  assert (Oy : forall o ok, x = Order o ok -> ok b = ok a) by (intros; symmetry; eauto).
  simpl. destruct (takes a x c) eqn:Ta, (takes b x c) eqn:Tb.
  - rewrite (one_takes a b x c N Ta) in Tb. discriminate.
  - pose proof (I3 (taker_is_behind b a x c S (not_eq_sym N) Ta B)).
    split; [|split]; intros Q; try lia.
    all: rewrite (leader_first b a x c S Q Oy) in Ta; discriminate.
  - pose proof (I2 (taker_is_behind a b x c S N Tb A)).
    split; [|split]; intros Q; try lia.
    all: rewrite (leader_first a b x c S Q Ox) in Tb; discriminate.
  - simpl. split; [|split]; intros Q.
    + apply I1, both_waiting_stays; assumption.
    + apply I2, leads_stays; assumption.
    + apply I3, leads_stays; assumption.
Qed.

(** 中文：对每一单要么都符合、要么都不符合条件的两家会员单位，在都没有回位期间，依次派到的单数相差从不超过一。
    English: of two who are eligible for the same orders, while neither goes back, neither is ever
    more than one order by turn ahead of the other. *)
Theorem two_alternate : forall a b acts c,
  reached c -> a <> b -> In a (members (the_line c)) -> In b (members (the_line c)) ->
  ~ In (Leave a) acts -> ~ In (Leave b) acts -> without_ranking acts -> open_alike a b acts ->
  count (goes_back a) acts c = 0 -> count (goes_back b) acts c = 0 ->
  count (takes a) acts c <= 1 + count (takes b) acts c /\
  count (takes b) acts c <= 1 + count (takes a) acts c.
Proof.
  intros a b acts c Rc N A B La Lb W O Ga Gb. apply reached_sound in Rc.
  destruct (alternating acts a b c Rc N A B La Lb W O Ga Gb) as (I1 & I2 & I3).
  destruct (either_way a b c Rc N A B) as [Q|[Q|Q]].
  - apply I1, Q.
  - specialize (I2 Q). lia.
  - specialize (I3 Q). lia.
Qed.

(** Members 1 and 3, passed over together, and 2 beside them. *)
Example they_alternate :
  let acts := [Order 1 all; Order 2 (only 2); Order 3 (but 2); Order 4 all; Order 5 all; Order 6 all] in
  answers acts three = [Some 1; Some 2; Some 3; Some 1; Some 2; Some 3].
Proof. reflexivity. Qed.
