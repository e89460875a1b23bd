(** What holds of every line that some history comes to: places grow, nobody stands twice, and no
    number is given twice. Nothing here is for quoting; it is what the theorems stand on. *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line.
Import ListNotations.

Definition earlier (s t : seat) : Prop := place s < place t.

(** ** Lists of seats *)

Lemma is_of_iff : forall m s, is_of m s = true <-> who s = m.
Proof. intros m s. apply Nat.eqb_eq. Qed.

Lemma in_without : forall m s ss, In s (without m ss) <-> In s ss /\ who s <> m.
Proof.
  intros m s ss. unfold without. rewrite filter_In, negb_true_iff.
  unfold is_of. rewrite Nat.eqb_neq. tauto.
Qed.

Lemma seated_iff : forall m l, seated m l = true <-> In m (members l).
Proof.
  intros m l. unfold seated, members. rewrite existsb_exists, in_map_iff.
  split; intros (s & A & B).
  - apply is_of_iff in B. eauto.
  - exists s. rewrite is_of_iff. auto.
Qed.

Lemma in_members : forall m l, In m (members l) <-> exists n, In (At n m) (seats l).
Proof.
  intros m l. unfold members. rewrite in_map_iff. split.
  - intros ([n k] & E & I). simpl in E. subst. eauto.
  - intros (n & I). exists (At n m). auto.
Qed.

Lemma stands_at_iff : forall m n l, stands_at m n l = true <-> In (At n m) (seats l).
Proof.
  intros m n l. unfold stands_at. rewrite existsb_exists. split.
  - intros ([k j] & I & E). apply andb_true_iff in E. destruct E as [E F].
    apply is_of_iff in E. apply Nat.eqb_eq in F. simpl in *. subst. exact I.
  - intros I. exists (At n m). split; [exact I|]. unfold is_of. simpl.
    rewrite !Nat.eqb_refl. reflexivity.
Qed.

Lemma sorted_filter : forall p ss,
  StronglySorted earlier ss -> StronglySorted earlier (filter p ss).
Proof.
  intros p ss. induction ss as [|s ss IH]; simpl; intros S; [constructor|].
  inversion S as [|? ? T F]; subst. specialize (IH T).
  destruct (p s); [|exact IH]. constructor; [exact IH|].
  rewrite Forall_forall in *. intros t I. apply filter_In in I. apply F, I.
Qed.

Lemma sorted_snoc : forall s ss,
  StronglySorted earlier ss -> (forall t, In t ss -> place t < place s) ->
  StronglySorted earlier (ss ++ [s]).
Proof.
  intros s ss S. induction S as [|t ss S IH F]; simpl; intros L.
  - repeat constructor.
  - constructor; [apply IH; intros; apply L; auto|].
    apply Forall_app. split; [exact F|]. repeat constructor. apply L. auto.
Qed.

Lemma insert_perm : forall s ss, Permutation (s :: ss) (insert s ss).
Proof.
  intros s ss. induction ss as [|t ss IH]; simpl; [reflexivity|].
  destruct (place s <? place t); [reflexivity|].
  rewrite perm_swap. constructor. exact IH.
Qed.

Lemma in_insert : forall s t ss, In t (insert s ss) <-> t = s \/ In t ss.
Proof.
  intros s t ss. split; intros I.
  - apply (Permutation_in _ (Permutation_sym (insert_perm s ss))) in I.
    destruct I; auto.
  - apply (Permutation_in _ (insert_perm s ss)). destruct I; [left|right]; auto.
Qed.

Lemma sorted_insert : forall s ss,
  StronglySorted earlier ss -> ~ In (place s) (map place ss) ->
  StronglySorted earlier (insert s ss).
Proof.
  intros s ss S. induction S as [|t ss S IH F]; simpl; intros N.
  - repeat constructor.
  - destruct (Nat.ltb_spec (place s) (place t)) as [L|L].
    + constructor; [constructor; assumption|].
      constructor; [exact L|]. rewrite Forall_forall in *.
      intros u I. specialize (F u I). unfold earlier in *. lia.
    + constructor; [apply IH; tauto|].
      rewrite Forall_forall in *. intros u I. apply in_insert in I.
      destruct I as [I|I]; [subst; unfold earlier; lia|exact (F u I)].
Qed.

Lemma without_absent : forall m ss, ~ In m (map who ss) -> without m ss = ss.
Proof.
  intros m ss. induction ss as [|s ss IH]; simpl; intros N; [reflexivity|].
  unfold is_of at 1. destruct (Nat.eqb_spec (who s) m) as [E|E]; [tauto|].
  simpl. f_equal. apply IH. tauto.
Qed.

Lemma members_without : forall m ss,
  NoDup (map who ss) -> In m (map who ss) ->
  Permutation (map who ss) (m :: map who (without m ss)).
Proof.
  intros m ss. induction ss as [|s ss IH]; simpl; intros N I; [tauto|].
  inversion N as [|? ? A B]; subst. unfold is_of at 1.
  destruct (Nat.eqb_spec (who s) m) as [E|E]; simpl.
  - subst. rewrite without_absent; auto.
  - destruct I as [I|I]; [tauto|]. rewrite perm_swap. constructor. auto.
Qed.

Lemma places_without : forall m n ss,
  NoDup (map who ss) -> In (At n m) ss ->
  Permutation (map place ss) (n :: map place (without m ss)).
Proof.
  intros m n ss. induction ss as [|s ss IH]; simpl; intros N I; [tauto|].
  inversion N as [|? ? A B]; subst. unfold is_of at 1.
  destruct (Nat.eqb_spec (who s) m) as [E|E]; simpl.
  - destruct I as [I|I].
    + subst. simpl. rewrite without_absent; auto.
    + exfalso. apply A. rewrite E. apply in_map_iff. exists (At n m). auto.
  - destruct I as [I|I]; [subst; simpl in E; tauto|].
    rewrite perm_swap. constructor. auto.
Qed.

Lemma nodup_without : forall m ss, NoDup (map who ss) -> NoDup (map who (without m ss)).
Proof.
  intros m ss. induction ss as [|s ss IH]; simpl; intros N; [constructor|].
  inversion N as [|? ? A B]; subst.
  destruct (negb (is_of m s)); simpl; [|auto]. constructor; [|auto].
  intros I. apply A. apply in_map_iff in I. destruct I as (t & E & I).
  apply in_without in I. apply in_map_iff. exists t. tauto.
Qed.

Lemma not_in_without : forall m ss, ~ In m (map who (without m ss)).
Proof.
  intros m ss I. apply in_map_iff in I. destruct I as (s & E & I).
  apply in_without in I. tauto.
Qed.

Lemma one_seat : forall m n k ss,
  NoDup (map who ss) -> In (At n m) ss -> In (At k m) ss -> n = k.
Proof.
  intros m n k ss N I J. induction ss as [|s ss IH]; simpl in *; [tauto|].
  inversion N as [|? ? A B]; subst.
  destruct I as [I|I], J as [J|J]; subst; simpl in *.
  - congruence.
  - exfalso. apply A. apply in_map_iff. exists (At k m). auto.
  - exfalso. apply A. apply in_map_iff. exists (At n m). auto.
  - auto.
Qed.

Lemma one_member : forall n a b ss,
  StronglySorted earlier ss -> In (At n a) ss -> In (At n b) ss -> a = b.
Proof.
  intros n a b ss S I J. induction S as [|s ss S IH F]; simpl in *; [tauto|].
  rewrite Forall_forall in F. unfold earlier in F.
  destruct I as [I|I], J as [J|J]; subst; simpl in *.
  - congruence.
  - specialize (F _ J). simpl in F. lia.
  - specialize (F _ I). simpl in F. lia.
  - auto.
Qed.

(** ** Numbers and rankings *)

Lemma numbered_members : forall ms n, map who (numbered n ms) = ms.
Proof. induction ms; simpl; intros; [reflexivity|]. f_equal. apply IHms. Qed.

Lemma numbered_range : forall ms n s,
  In s (numbered n ms) -> n <= place s < n + length ms.
Proof.
  induction ms as [|m ms IH]; simpl; intros n s I; [tauto|].
  destruct I as [I|I]; [subst; simpl; lia|]. apply IH in I. lia.
Qed.

Lemma numbered_sorted : forall ms n, StronglySorted earlier (numbered n ms).
Proof.
  induction ms as [|m ms IH]; simpl; intros n; constructor; [apply IH|].
  rewrite Forall_forall. intros s I. apply numbered_range in I. unfold earlier. simpl. lia.
Qed.

Lemma put_perm : forall v m ms, Permutation (m :: ms) (put v m ms).
Proof.
  intros v m ms. induction ms as [|o ms IH]; simpl; [reflexivity|].
  destruct (ranks_before v m o); [reflexivity|]. rewrite perm_swap. constructor. exact IH.
Qed.

Lemma ranking_perm : forall v ms, Permutation ms (ranking v ms).
Proof.
  intros v ms. induction ms as [|m ms IH]; simpl; [reflexivity|].
  rewrite <- put_perm. constructor. exact IH.
Qed.

(** ** Filling the places of a sorting *)

Lemma fill_places : forall l ss ms, map place (fill l ss ms) = map place ss.
Proof.
  intros l ss. induction ss as [|s ss IH]; simpl; intros ms; [reflexivity|].
  destruct ms as [|m ms]; [reflexivity|].
  destruct (is_sorted l (place s)); simpl; f_equal; apply IH.
Qed.

Lemma fill_members : forall l ss ms,
  length ms = length (filter (fun s => is_sorted l (place s)) ss) ->
  Permutation (map who (fill l ss ms))
    (ms ++ map who (filter (fun s => negb (is_sorted l (place s))) ss)).
Proof.
  intros l ss. induction ss as [|s ss IH]; simpl; intros ms E.
  - destruct ms; [reflexivity|discriminate].
  - destruct ms as [|m ms], (is_sorted l (place s)) eqn:S; simpl in *; try discriminate.
    + constructor. specialize (IH [] E). simpl in IH.
      destruct ss; simpl in *; exact IH.
    + constructor. apply IH. lia.
    + apply (Permutation_cons_app (m :: ms)). apply (IH (m :: ms)). exact E.
Qed.

Lemma split_members : forall p ss,
  Permutation (map who ss)
    (map who (filter p ss) ++ map who (filter (fun s => negb (p s)) ss)).
Proof.
  intros p ss. induction ss as [|s ss IH]; simpl; [reflexivity|].
  destruct (p s); simpl; [constructor; exact IH|].
  rewrite <- Permutation_middle. constructor. exact IH.
Qed.

Lemma correct_members : forall v l, Permutation (members l) (members (correct v l)).
Proof.
  intros v l. unfold correct, members. simpl.
  rewrite fill_members.
  - rewrite <- ranking_perm. apply split_members.
  - rewrite <- (Permutation_length (ranking_perm v _)).
    unfold at_sorted_places. apply map_length.
Qed.

Lemma fill_other : forall l n m ss ms,
  is_sorted l n = false -> (In (At n m) (fill l ss ms) <-> In (At n m) ss).
Proof.
  intros l n m ss. induction ss as [|s ss IH]; simpl; intros ms N; [tauto|].
  destruct ms as [|k ms]; [simpl; tauto|].
  destruct (is_sorted l (place s)) eqn:S; simpl; rewrite IH by exact N.
  - split; (intros [E|E]; [|auto]).
    + inversion E; subst. congruence.
    + subst. simpl in S. congruence.
  - tauto.
Qed.

Lemma fill_sorted : forall l n m ss ms,
  is_sorted l n = true -> In (At n m) (fill l ss ms) ->
  length ms = length (filter (fun s => is_sorted l (place s)) ss) -> In m ms.
Proof.
  intros l n m ss. induction ss as [|s ss IH]; simpl; intros ms N I E; [tauto|].
  destruct (is_sorted l (place s)) eqn:S; simpl in *.
  - destruct ms as [|k ms]; [discriminate|]. simpl in *.
    destruct I as [I|I]; [inversion I; auto|right; apply (IH ms); auto].
  - destruct ms as [|k ms]; simpl in *.
    + destruct I as [I|I]; [subst; simpl in S; congruence|].
      apply (IH []); auto. destruct ss; exact I.
    + destruct I as [I|I]; [subst; simpl in S; congruence|apply (IH (k :: ms)); auto].
Qed.

Lemma by_places : forall ss ts,
  map place ss = map place ts -> StronglySorted earlier ss -> StronglySorted earlier ts.
Proof.
  assert (step : forall ss, StronglySorted earlier ss <-> StronglySorted lt (map place ss)).
  { induction ss as [|s ss IH]; simpl; split; intros S; constructor;
      inversion S as [|? ? T F]; subst; try (apply IH; exact T).
    - rewrite Forall_forall in *. intros n I. apply in_map_iff in I.
      destruct I as (t & E & I). subst. apply F, I.
    - rewrite Forall_forall in *. intros t I. apply F, in_map, I. }
  intros ss ts E S. apply step. rewrite <- E. apply step, S.
Qed.
