(** The line as a memory of moves (article 16, rules 3.2, 3.4 and 3.5).

    The line keeps a number a member, and an order two. Here everything is kept: of each member all
    moves that were not taken back, the last one first. That the few numbers tell the same is what
    is proved. *)

From Coq Require Import List Arith Bool Lia Permutation Sorting.Sorted.
From Paidan Require Import Line Places Sound Steps Turn.
Import ListNotations.

(** Why a member came to stand where it does: it joined; the whole line was sorted; it was sent to
    the end for an order; or for one that can no longer be taken back. *)
Inductive reason := Joined | Sorted | For (o : nat) | Kept.

Record move := Move { when : nat; why : reason }.

Record memory := Memory { clock : nat; moves : member -> list move }.

Definition last_move (x : member) (h : memory) : option move := hd_error (moves h x).

(** An order is lost or given again: whoever was sent to the end for it, and has moved since, stays
    sent. *)
Definition keep (o : nat) (mv : move) : move :=
  match why mv with
  | For p => if p =? o then Move (when mv) Kept else mv
  | _ => mv
  end.

(** An order is taken back: and with it the move for it, if that was the last. *)
Definition taken_back (o : nat) (mvs : list move) : list move :=
  match mvs with
  | Move n (For p) :: rest => if p =? o then map (keep o) rest else map (keep o) mvs
  | _ => map (keep o) mvs
  end.

Definition place_of (x : member) (ss : list seat) : option nat :=
  option_map place (find (is_of x) ss).

Definition remember (a : act) (c : city) (h : memory) : memory :=
  match a with
  | Order o _ =>
      match answer a c with
      | Some m => Memory (S (clock h)) (fun x =>
          (if x =? m then [Move (clock h) (For o)] else []) ++ map (keep o) (moves h x))
      | None => h
      end
  | Designated _ _ => h
  | TakeBack o => Memory (clock h) (fun x => taken_back o (moves h x))
  | Join m =>
      match moves h m with
      | [] => Memory (S (clock h)) (fun x => if x =? m then [Move (clock h) Joined] else moves h x)
      | _ => h
      end
  | Leave m => Memory (clock h) (fun x => if x =? m then [] else moves h x)
  | Rank v =>
      let sorted := numbered (clock h) (ranking v (members (the_line c))) in
      Memory (clock h + length sorted) (fun x =>
        match place_of x sorted with Some n => [Move n Sorted] | None => [] end)
  | Correct _ =>
      (* Who has not moved since the sorting gets the number of the place it comes to. *)
      Memory (clock h) (fun x =>
        match moves h x, place_of x (seats (the_line (after a c))) with
        | Move _ Sorted :: rest, Some n => Move n Sorted :: rest
        | mvs, _ => mvs
        end)
  end.

Fixpoint recall (acts : list act) (c : city) (h : memory) : memory :=
  match acts with
  | [] => h
  | a :: rest => recall rest (after a c) (remember a c h)
  end.

(** What is remembered of a whole history. *)
Definition remembered (past : list act) : memory := recall past nobody (Memory 1 (fun _ => [])).

(** ** The line and the memory agree *)

(** Under each move for an order is the one whose place the order remembers. *)
Fixpoint chained (x : member) (c : city) (mvs : list move) : Prop :=
  match mvs with
  | [] => True
  | mv :: rest =>
      chained x c rest /\
      match why mv with
      | For o => exists below, hd_error rest = Some below /\
          giving_of o c = Some (Gave x (when below) (when mv))
      | _ => True
      end
  end.

Record agree (c : city) (h : memory) : Prop := {
  same_clock : clock h = next (the_line c);
  same_place : forall x n, stands x n c <-> exists r rest, moves h x = Move n r :: rest;
  same_orders : forall x, chained x c (moves h x);
  same_last : forall o g mv, giving_of o c = Some g -> In mv (moves h (holder g)) ->
    when mv = got_place g -> why mv = For o;
  same_sorted : forall x mv, In mv (moves h x) ->
    (why mv = Sorted <-> is_sorted (the_line c) (when mv) = true);
  past_moves : forall x mv, In mv (moves h x) -> when mv < clock h
}.

Lemma keep_when : forall o mv, when (keep o mv) = when mv.
Proof. intros o [n r]. unfold keep. simpl. destruct r; try reflexivity. destruct (o0 =? o); reflexivity. Qed.

Lemma keep_sorted : forall o mv, why (keep o mv) = Sorted <-> why mv = Sorted.
Proof.
  intros o [n r]. unfold keep. simpl. destruct r; simpl; try tauto.
  destruct (o0 =? o); simpl; split; discriminate.
Qed.

Lemma keep_for : forall o p mv, why (keep o mv) = For p <-> why mv = For p /\ p <> o.
Proof.
  intros o p [n r]. unfold keep. simpl. destruct r as [| |q|]; simpl.
  1, 2, 4: split; [discriminate|intros [E _]; discriminate].
  destruct (Nat.eqb_spec q o) as [E|E]; simpl; split.
  - discriminate.
  - intros [F G]. inversion F. congruence.
  - intros F. inversion F. subst. auto.
  - tauto.
Qed.

Lemma chained_keep : forall x o c d mvs,
  (forall p, p <> o -> giving_of p d = giving_of p c) ->
  chained x c mvs -> chained x d (map (keep o) mvs).
Proof.
  intros x o c d mvs L. induction mvs as [|mv mvs IH]; simpl; intros C; [tauto|].
  destruct C as [C1 C2]. split; [auto|].
  destruct (why (keep o mv)) as [| |p|] eqn:E; auto.
  apply keep_for in E. destruct E as [E N]. rewrite E in C2.
  destruct C2 as (below & A & B). exists (keep o below). rewrite !keep_when.
  split; [destruct mvs; simpl in *; [discriminate|congruence]|rewrite L by exact N; exact B].
Qed.

Lemma chained_same : forall x c d mvs,
  (forall p, giving_of p d = giving_of p c) -> chained x c mvs -> chained x d mvs.
Proof.
  intros x c d mvs L. induction mvs as [|mv mvs IH]; simpl; intros C; [tauto|].
  destruct C as [C1 C2]. split; [auto|].
  destruct (why mv); auto. destruct C2 as (below & A & B). exists below. rewrite L. auto.
Qed.

Lemma chained_for : forall x c mvs mv o,
  chained x c mvs -> In mv mvs -> why mv = For o ->
  exists g, giving_of o c = Some g /\ holder g = x /\ got_place g = when mv.
Proof.
  intros x c mvs mv o. induction mvs as [|m mvs IH]; simpl; intros C I W; [tauto|].
  destruct C as [C1 C2]. destruct I as [I|I]; [|auto].
  subst. rewrite W in C2. destruct C2 as (below & _ & B). eexists. split; [exact B|]. auto.
Qed.

Lemma forget_other : forall o p b,
  p <> o -> find (fun e => fst e =? p) (forget o b) = find (fun e : nat * giving => fst e =? p) b.
Proof.
  intros o p b N. induction b as [|[q g] b IH]; simpl; [reflexivity|].
  destruct (Nat.eqb_spec q o) as [E|E]; simpl.
  - destruct (Nat.eqb_spec q p); [congruence|exact IH].
  - destruct (q =? p); [reflexivity|exact IH].
Qed.

Lemma forget_same : forall o b, find (fun e : nat * giving => fst e =? o) (forget o b) = None.
Proof.
  intros o b. induction b as [|[q g] b IH]; simpl; [reflexivity|].
  destruct (Nat.eqb_spec q o) as [E|E]; simpl; [exact IH|].
  destruct (Nat.eqb_spec q o); [congruence|exact IH].
Qed.

Lemma head_keep : forall o n r rest mvs,
  mvs = Move n r :: rest -> exists r' rest', map (keep o) mvs = Move n r' :: rest'.
Proof.
  intros o n r rest mvs E. subst. simpl. pose proof (keep_when o (Move n r)) as W.
  destruct (keep o (Move n r)) as [k q]. simpl in W. subst. eauto.
Qed.

Lemma head_kept : forall o n mvs,
  (exists r rest, map (keep o) mvs = Move n r :: rest) -> exists r rest, mvs = Move n r :: rest.
Proof.
  intros o n mvs (r & rest & E). destruct mvs as [|[k q] mvs]; simpl in E; [discriminate|].
  inversion E as [[A B]]. pose proof (keep_when o (Move k q)) as W. rewrite A in W.
  simpl in W. subst. eauto.
Qed.

Lemma place_of_iff : forall x n ss,
  NoDup (map who ss) -> (place_of x ss = Some n <-> In (At n x) ss).
Proof.
  intros x n ss N. unfold place_of. split.
  - destruct (find (is_of x) ss) as [[k y]|] eqn:F; simpl; [|discriminate].
    intros E. inversion E; subst. apply find_some in F. destruct F as [F W].
    apply is_of_iff in W. simpl in W. subst. exact F.
  - intros I. destruct (find (is_of x) ss) as [[k y]|] eqn:F; simpl.
    + apply find_some in F. destruct F as [F W]. apply is_of_iff in W. simpl in W. subst.
      f_equal. eapply one_seat; eauto.
    + apply (find_none _ _ F) in I. unfold is_of in I. simpl in I.
      rewrite Nat.eqb_refl in I. discriminate.
Qed.

Lemma agree_order : forall o ok c h, sound c -> agree c h ->
  agree (after (Order o ok) c) (remember (Order o ok) c h).
Proof.
  intros o ok c h S G. unfold remember, answer.
  destruct (first_eligible ok (the_line c)) as [s|] eqn:E; simpl option_map; cbv iota.
  2: { rewrite order_held by exact E. exact G. }
  pose proof (first_eligible_in _ _ _ E) as [T _].
  pose proof (order_stands o ok c s) as M.
  assert (B : forall p, p <> o -> giving_of p (after (Order o ok) c) = giving_of p c).
  { intros p N. unfold giving_of. simpl. rewrite E. simpl.
    destruct (Nat.eqb_spec o p); [congruence|]. rewrite forget_other by exact N. reflexivity. }
  assert (B0 : giving_of o (after (Order o ok) c) =
    Some (Gave (who s) (place s) (next (the_line c)))).
  { unfold giving_of. simpl. rewrite E. simpl. rewrite Nat.eqb_refl. reflexivity. }
  destruct G as [K P O L D A].
  assert (R : forall n, is_sorted (the_line (after (Order o ok) c)) n = is_sorted (the_line c) n)
    by (intros; apply is_sorted_stays; reflexivity).
  constructor; simpl clock; simpl moves.
  - simpl. rewrite E. simpl. congruence.
  - intros x n. rewrite (M x n E). destruct (Nat.eqb_spec x (who s)) as [Q|Q]; simpl; split.
    + intros [[_ I]|[I _]]; [|tauto]. rewrite I, K. eauto.
    + intros (r & rest & I). inversion I; subst. auto.
    + intros [[I _]|[_ I]]; [tauto|]. apply P in I. destruct I as (r & rest & I).
      apply (head_keep o n r rest). exact I.
    + intros I. right. split; [exact Q|]. apply P. apply (head_kept o). exact I.
  - intros x. pose proof (chained_keep x o c _ (moves h x) B (O x)) as C.
    destruct (Nat.eqb_spec x (who s)) as [Q|Q]; simpl; [|exact C].
    split; [exact C|]. subst x. apply P in T. destruct T as (r & rest & T).
    rewrite T. simpl. eexists. split; [reflexivity|]. rewrite keep_when. simpl.
    rewrite K. exact B0.
  - intros p g mv F I W. apply in_app_iff in I.
    destruct (Nat.eq_dec p o) as [N|N].
    + subst p. rewrite B0 in F. inversion F; subst. clear F. simpl in I, W.
      rewrite Nat.eqb_refl in I. simpl in I. destruct I as [[I|[]]|I]; [subst; reflexivity|].
      apply in_map_iff in I. destruct I as (mv' & I & J). subst. rewrite keep_when in W.
      apply A in J. lia.
    + rewrite B in F by exact N. pose proof (booked c S _ _ (giving_in _ _ _ F)) as H.
      destruct I as [I|I].
      * destruct (holder g =? who s); simpl in I; [|tauto]. destruct I as [I|[]]. subst.
        simpl in W. lia.
      * apply in_map_iff in I. destruct I as (mv' & I & J). subst. rewrite keep_when in W.
        apply keep_for. split; [apply (L p g); assumption|exact N].
  - intros x mv I. rewrite R. apply in_app_iff in I. destruct I as [I|I].
    + destruct (x =? who s); simpl in I; [|tauto]. destruct I as [I|[]]. subst. simpl.
      rewrite K, not_sorted by apply S. split; discriminate.
    + apply in_map_iff in I. destruct I as (mv' & I & J). subst.
      rewrite keep_sorted, keep_when. apply (D x). exact J.
  - intros x mv I. apply in_app_iff in I. destruct I as [I|I].
    + destruct (x =? who s); simpl in I; [|tauto]. destruct I as [I|[]]. subst. simpl. lia.
    + apply in_map_iff in I. destruct I as (mv' & I & J). subst. rewrite keep_when.
      apply A in J. lia.
Qed.

Lemma in_taken_back : forall o mv mvs,
  In mv (taken_back o mvs) -> exists mv', In mv' mvs /\ mv = keep o mv'.
Proof.
  intros o mv mvs I.
  assert (W : In mv (map (keep o) mvs)).
  { unfold taken_back in I. destruct mvs as [|[n r] mvs]; [exact I|].
    destruct r; try exact I. destruct (o0 =? o); [|exact I]. simpl. right. exact I. }
  apply in_map_iff in W. destruct W as (mv' & E & J). eauto.
Qed.

(** Whom a take-back sends back had its last move for that order. *)
Lemma taken_back_cases : forall o c h x,
  agree c h ->
  (exists n rest, moves h x = Move n (For o) :: rest /\
     exists g, giving_of o c = Some g /\ holder g = x /\ got_place g = n /\ stands x n c /\
     exists below, hd_error rest = Some below /\ when below = left_place g) \/
  (taken_back o (moves h x) = map (keep o) (moves h x) /\
   forall g, giving_of o c = Some g -> holder g = x -> ~ stands x (got_place g) c).
Proof.
  intros o c h x [K P O L D A]. specialize (O x).
  destruct (moves h x) as [|[n r] rest] eqn:E.
  - right. split; [reflexivity|]. intros g F H I. apply P in I.
    destruct I as (r & rest & I). congruence.
  - assert (I : stands x n c) by (apply P; eauto).
    assert (N : forall g, giving_of o c = Some g -> holder g = x -> stands x (got_place g) c ->
      r = For o).
    { intros g F H J. apply P in J. destruct J as (r' & rest' & J). rewrite E in J.
      inversion J; subst. specialize (L o g (Move (got_place g) r') F).
      rewrite E in L. simpl in L. apply L; auto. }
    destruct r as [| |p|].
    1, 2, 4: right; split; [reflexivity|]; intros g F H J; specialize (N g F H J); discriminate.
    destruct (Nat.eq_dec p o) as [Q|Q].
    + subst p. left. exists n, rest. split; [reflexivity|]. simpl in O.
      destruct O as [_ (below & B1 & B2)]. eexists. split; [exact B2|]. simpl.
      repeat split; auto. eauto.
    + right. split.
      * simpl. destruct (Nat.eqb_spec p o); [congruence|reflexivity].
      * intros g F H J. specialize (N g F H J). congruence.
Qed.

Lemma agree_take_back : forall o c h, sound c -> agree c h ->
  agree (after (TakeBack o) c) (remember (TakeBack o) c h).
Proof.
  intros o c h S G.
  pose proof (fun x => taken_back_cases o c h x G) as C.
  assert (B : forall p, p <> o -> giving_of p (after (TakeBack o) c) = giving_of p c).
  { intros p N. simpl. destruct (giving_of o c) as [g|]; [|reflexivity].
    unfold giving_of. simpl. rewrite forget_other by exact N. reflexivity. }
  assert (B0 : giving_of o (after (TakeBack o) c) = None).
  { simpl. destruct (giving_of o c) as [g|] eqn:E; [|exact E].
    unfold giving_of. simpl. rewrite forget_same. reflexivity. }
  assert (R : forall n, is_sorted (the_line (after (TakeBack o) c)) n = is_sorted (the_line c) n)
    by (intros; apply is_sorted_stays; reflexivity).
  destruct G as [K P O L D A].
  constructor; simpl clock; simpl moves.
  - simpl. destruct (giving_of o c); [|exact K]. simpl. unfold back.
    destruct (stands_at _ _ _); exact K.
  - intros x n. destruct (C x) as [(k & rest & E & g & F & H & Q & I & below & B1 & B2)|[E N]].
    + rewrite E. simpl. rewrite Nat.eqb_refl. subst k.
      assert (I' : stands (holder g) (got_place g) c) by (rewrite H; exact I).
      rewrite (take_back_stands o g c x n F I'). rewrite H.
      destruct rest as [|b rest]; simpl in B1; [discriminate|]. inversion B1; subst b.
      destruct below as [w r]. simpl in B2. subst w. split.
      * intros [[_ J]|[J _]]; [|congruence]. subst n. eapply head_keep. reflexivity.
      * intros (r' & rest' & J). simpl in J. inversion J as [[X Y]].
        pose proof (keep_when o (Move (left_place g) r)) as W. rewrite X in W. simpl in W. auto.
    + rewrite E. split.
      * intros J. assert (J' : stands x n c).
        { destruct (take_back_cases o c) as [(g & F & I)|Z].
          - apply (take_back_stands o g c x n F I) in J. destruct J as [[J _]|[_ J]]; [|exact J].
            exfalso. apply (N g F); [auto|]. rewrite J. exact I.
          - unfold stands in *. rewrite Z in J. exact J. }
        apply P in J'. destruct J' as (r & rest & J'). eapply head_keep. exact J'.
      * intros J. apply head_kept in J. apply P in J.
        destruct (take_back_cases o c) as [(g & F & I)|Z].
        -- apply (take_back_stands o g c x n F I). right. split; [|exact J].
           intros Q. apply (N g F); [auto|]. rewrite Q. exact I.
        -- unfold stands in *. rewrite Z. exact J.
  - intros x. specialize (O x).
    destruct (C x) as [(k & rest & E & _)|[E _]].
    + rewrite E in *. simpl in *. rewrite Nat.eqb_refl. destruct O as [O _].
      apply (chained_keep x o c); assumption.
    + rewrite E. apply (chained_keep x o c); assumption.
  - intros p g mv F I W. destruct (Nat.eq_dec p o) as [N|N]; [congruence|].
    rewrite B in F by exact N. apply in_taken_back in I. destruct I as (mv' & I & J). subst.
    rewrite keep_when in W. apply keep_for. split; [apply (L p g); assumption|exact N].
  - intros x mv I. rewrite R. apply in_taken_back in I. destruct I as (mv' & I & J). subst.
    rewrite keep_sorted, keep_when. apply (D x), I.
  - intros x mv I. apply in_taken_back in I. destruct I as (mv' & I & J). subst.
    rewrite keep_when. apply (A x), I.
Qed.

Lemma agree_join : forall m c h, sound c -> agree c h ->
  agree (after (Join m) c) (remember (Join m) c h).
Proof.
  intros m c h S G. pose proof G as [K P O L D A].
  destruct (in_dec Nat.eq_dec m (members (the_line c))) as [J|J].
  - rewrite join_seated by exact J. simpl. apply in_line in J. destruct J as [n J].
    apply P in J. destruct J as (r & rest & J). rewrite J. exact G.
  - assert (E : moves h m = []).
    { destruct (moves h m) as [|[n r] rest] eqn:E; [reflexivity|].
      exfalso. apply J, in_line. exists n. apply P. eauto. }
    assert (B : forall p, giving_of p (after (Join m) c) = giving_of p c) by reflexivity.
    assert (R : forall n, is_sorted (the_line (after (Join m) c)) n = is_sorted (the_line c) n)
      by (intros; apply is_sorted_stays; reflexivity).
    unfold remember. rewrite E. constructor; simpl clock; simpl moves.
    + simpl. unfold join. destruct (seated m (the_line c)) eqn:Q; [apply seated_iff in Q; tauto|].
      simpl. congruence.
    + intros x n. rewrite (join_stands m c x n J).
      destruct (Nat.eqb_spec x m) as [Q|Q]; split.
      * intros [[_ I]|I]; [subst; rewrite K; eauto|].
        exfalso. apply J, in_line. subst. eauto.
      * intros (r & rest & I). inversion I. rewrite K. auto.
      * intros [[I _]|I]; [tauto|]. apply P, I.
      * intros I. right. apply P, I.
    + intros x. destruct (x =? m); simpl; [auto|]. apply (chained_same x c); auto.
    + intros p g mv F I W. rewrite B in F.
      pose proof (booked c S _ _ (giving_in _ _ _ F)) as H.
      destruct (holder g =? m); [|apply (L p g); assumption].
      destruct I as [I|[]]. subst. simpl in W. lia.
    + intros x mv I. rewrite R. destruct (x =? m); [|apply (D x); exact I].
      destruct I as [I|[]]. subst. simpl. rewrite K, not_sorted by apply S. split; discriminate.
    + intros x mv I. destruct (x =? m); [|apply A in I; lia].
      destruct I as [I|[]]. subst. simpl. lia.
Qed.

Lemma agree_leave : forall m c h, sound c -> agree c h ->
  agree (after (Leave m) c) (remember (Leave m) c h).
Proof.
  intros m c h S [K P O L D A]. constructor; simpl clock; simpl moves.
  - exact K.
  - intros x n. rewrite leave_stands. destruct (Nat.eqb_spec x m) as [Q|Q]; split.
    + tauto.
    + intros (r & rest & I). discriminate.
    + intros [_ I]. apply P, I.
    + intros I. split; [exact Q|]. apply P, I.
  - intros x. destruct (x =? m); simpl; [auto|]. apply (chained_same x c); auto.
  - intros p g mv F I W. destruct (holder g =? m); [destruct I|]. apply (L p g); assumption.
  - intros x mv I. destruct (x =? m); [destruct I|]. apply (D x), I.
  - intros x mv I. destruct (x =? m); [destruct I|]. apply (A x), I.
Qed.

Lemma agree_rank : forall v c h, sound c -> agree c h ->
  agree (after (Rank v) c) (remember (Rank v) c h).
Proof.
  intros v c h S [K P O L D A].
  pose proof (ranking_length v (the_line c)) as LN.
  set (sorted := numbered (clock h) (ranking v (members (the_line c)))).
  assert (N : NoDup (map who sorted)).
  { unfold sorted. rewrite numbered_members, <- ranking_perm. apply S. }
  assert (Q : seats (the_line (after (Rank v) c)) = sorted).
  { simpl. unfold sorted. rewrite K. reflexivity. }
  assert (Z : forall x n, place_of x sorted = Some n -> next (the_line c) <= n <
    next (the_line c) + length (seats (the_line c))).
  { intros x n E. apply (place_of_iff x n sorted N) in E. apply numbered_range in E.
    simpl in E. rewrite LN, K in E. exact E. }
  assert (LS : length sorted = length (seats (the_line c))).
  { rewrite <- LN. unfold sorted. rewrite <- (map_length who), numbered_members. reflexivity. }
  unfold remember. fold sorted. constructor; simpl clock; simpl moves.
  - simpl. rewrite LS, K. reflexivity.
  - intros x n. unfold stands. rewrite Q, <- (place_of_iff x n sorted N).
    destruct (place_of x sorted) as [k|]; split.
    + intros E. inversion E. eauto.
    + intros (r & rest & E). inversion E. reflexivity.
    + discriminate.
    + intros (r & rest & E). discriminate.
  - intros x. destruct (place_of x sorted); simpl; auto.
  - intros p g mv F I W. pose proof (booked c S _ _ (giving_in _ _ _ F)) as H.
    destruct (place_of (holder g) sorted) as [k|] eqn:E; [|destruct I].
    destruct I as [I|[]]. subst mv. simpl in W. apply Z in E. lia.
  - intros x mv I. destruct (place_of x sorted) as [k|] eqn:E; [|destruct I].
    destruct I as [I|[]]. subst mv. apply Z in E. split; [intros _|reflexivity].
    unfold is_sorted. simpl. apply andb_true_iff. rewrite Nat.leb_le, Nat.ltb_lt. lia.
  - intros x mv I. destruct (place_of x sorted) as [k|] eqn:E; [|destruct I].
    destruct I as [I|[]]. subst mv. apply Z in E. simpl. lia.
Qed.

(** Whose last move is the sorting stands at one of its places. *)
Lemma last_sorted : forall x c h,
  agree c h -> In x (members (the_line c)) ->
  (exists n rest, moves h x = Move n Sorted :: rest /\ stands x n c /\
     is_sorted (the_line c) n = true) \/
  (exists n r rest, moves h x = Move n r :: rest /\ r <> Sorted /\ stands x n c /\
     is_sorted (the_line c) n = false).
Proof.
  intros x c h [K P O L D A] I. apply in_line in I. destruct I as [n I].
  pose proof I as J. apply P in J. destruct J as (r & rest & J).
  specialize (D x (Move n r)). rewrite J in D. specialize (D (or_introl eq_refl)). simpl in D.
  destruct (is_sorted (the_line c) n) eqn:E.
  - left. exists n, rest. rewrite (proj2 D eq_refl) in J. auto.
  - right. exists n, r, rest. repeat split; auto. intros Q. apply D in Q. discriminate.
Qed.

Lemma agree_correct : forall v c h, sound c -> agree c h ->
  agree (after (Correct v) c) (remember (Correct v) c h).
Proof.
  intros v c h S G. pose proof (sound_correct v c S) as T.
  assert (M : forall x, let mvs := moves (remember (Correct v) c h) x in
    (mvs = [] /\ moves h x = []) \/
    (exists n k rest, mvs = Move n Sorted :: rest /\ moves h x = Move k Sorted :: rest /\
       stands x n (after (Correct v) c) /\ is_sorted (the_line c) n = true) \/
    (exists n r rest, mvs = Move n r :: rest /\ moves h x = mvs /\
       stands x n (after (Correct v) c) /\ is_sorted (the_line c) n = false)).
  { intros x. simpl moves.
    destruct (in_dec Nat.eq_dec x (members (the_line c))) as [I|I].
    - right. destruct (last_sorted x c h G I) as [(n & rest & E & J & Q)|(n & r & rest & E & N & J & Q)].
      + left. destruct (correct_there v c x n S Q J) as (k & X & Y).
        rewrite E. exists k, n, rest.
        pose proof (proj2 (place_of_iff x k _ (single _ T)) X) as Z. simpl in Z. simpl.
        rewrite Z. auto.
      + right. exists n, r, rest. rewrite E. destruct r; try congruence; repeat split; auto;
          apply correct_elsewhere; assumption.
    - left. destruct (moves h x) as [|[n r] rest] eqn:E; [auto|].
      exfalso. apply I, in_line. exists n. apply (same_place c h G). eauto. }
  destruct G as [K P O L D A].
  assert (R : forall n, is_sorted (the_line (after (Correct v) c)) n = is_sorted (the_line c) n)
    by (intros; apply is_sorted_stays; reflexivity).
  constructor.
  - exact K.
  - intros x n. destruct (M x) as [[E F]|[(k & j & rest & E & F & I & Q)|(k & r & rest & E & F & I & Q)]];
      rewrite E.
    + split; [|intros (r & rest & J); discriminate]. intros I. exfalso.
      assert (J : In x (members (the_line c))).
      { apply (Permutation_in _ (Permutation_sym (correct_members v (the_line c)))).
        apply (in_line x (after (Correct v) c)). eauto. }
      apply in_line in J. destruct J as [k J]. apply P in J.
      destruct J as (r & rest & J). congruence.
    + split; [|intros (r & t & J); inversion J; subst; exact I].
      intros J. rewrite (stands_once _ _ _ _ T J I). eauto.
    + split; [|intros (q & t & J); inversion J; subst; exact I].
      intros J. rewrite (stands_once _ _ _ _ T J I). eauto.
  - intros x. specialize (O x).
    destruct (M x) as [[E F]|[(k & j & rest & E & F & I & Q)|(k & r & rest & E & F & I & Q)]].
    + rewrite E. simpl. auto.
    + rewrite E. rewrite F in O. simpl in *. split; [|auto].
      apply (chained_same x c); [reflexivity|apply O].
    + rewrite F in O. apply (chained_same x c); [reflexivity|exact O].
  - intros p g mv F I W. change (giving_of p c = Some g) in F.
    pose proof (booked c S _ _ (giving_in _ _ _ F)) as H.
    destruct (M (holder g)) as [[E E']|[(k & j & rest & E & E' & J & Q)|(k & r & rest & E & E' & J & Q)]].
    + rewrite E in I. destruct I.
    + rewrite E in I. destruct I as [I|I].
      * subst mv. simpl in W. subst k. unfold is_sorted in Q. apply andb_true_iff in Q.
        rewrite Nat.leb_le, Nat.ltb_lt in Q. lia.
      * apply (L p g); auto. rewrite E'. right. exact I.
    + apply (L p g); auto. rewrite E'. exact I.
  - intros x mv I. rewrite R.
    destruct (M x) as [[E E']|[(k & j & rest & E & E' & J & Q)|(k & r & rest & E & E' & J & Q)]].
    + rewrite E in I. destruct I.
    + rewrite E in I. destruct I as [I|I].
      * subst mv. simpl. tauto.
      * apply (D x). rewrite E'. right. exact I.
    + apply (D x). rewrite E'. exact I.
  - intros x mv I. change (clock (remember (Correct v) c h)) with (clock h).
    destruct (M x) as [[E E']|[(k & j & rest & E & E' & J & Q)|(k & r & rest & E & E' & J & Q)]].
    + rewrite E in I. destruct I.
    + rewrite E in I. destruct I as [I|I].
      * subst mv. simpl. rewrite K. pose proof (sorted_ahead c k Q). pose proof (ranged c S). lia.
      * apply (A x). rewrite E'. right. exact I.
    + apply (A x). rewrite E'. exact I.
Qed.

Lemma agree_after : forall a c h, sound c -> agree c h -> agree (after a c) (remember a c h).
Proof.
  intros [o ok|o m|o|m|m|v|v] c h S G.
  - apply agree_order; assumption.
  - exact G.
  - apply agree_take_back; assumption.
  - apply agree_join; assumption.
  - apply agree_leave; assumption.
  - apply agree_rank; assumption.
  - apply agree_correct; assumption.
Qed.

Lemma agree_run : forall acts c h, sound c -> agree c h -> agree (run acts c) (recall acts c h).
Proof.
  induction acts as [|a acts IH]; simpl; intros c h S G; [exact G|].
  apply IH; [apply sound_after, S|apply agree_after; assumption].
Qed.

Lemma agree_remembered : forall past, agree (run past nobody) (remembered past).
Proof.
  intros past. apply agree_run; [apply sound_nobody|]. constructor; simpl; try tauto.
  intros x n. split; [intros []|]. intros (r & rest & E). discriminate.
Qed.

(** ** The oldest move takes the order *)

(** 中文：依次派到一单的，总是符合条件者中“最近一次未被收回的移动”最早的那一家，不论此前发生过什么。
    English: an order by turn always goes to the eligible member whose last move that was not taken
    back is the oldest, whatever happened before. *)
Theorem the_oldest_move_takes_the_order : forall past o ok t,
  let c := run past nobody in
  let h := remembered past in
  answer (Order o ok) c = Some t ->
  exists oldest, last_move t h = Some oldest /\ ok t = true /\
    forall y, In y (members (the_line c)) -> ok y = true -> y <> t ->
      exists later, last_move y h = Some later /\ when oldest < when later.
Proof.
  intros past o ok t c h E.
  pose proof (sound_run past nobody sound_nobody) as S. pose proof (agree_remembered past) as G.
  fold c in S, G. fold h in G. simpl in E.
  destruct (first_eligible ok (the_line c)) as [s|] eqn:F; [|discriminate].
  inversion E as [W]. destruct (first_eligible_in _ _ _ F) as [T O].
  pose proof T as T'. apply (same_place c h G) in T'. destruct T' as (r & rest & M).
  exists (Move (place s) r). split; [unfold last_move; rewrite M; reflexivity|].
  split; [exact O|]. intros y I Oy N. apply in_line in I. destruct I as [n I].
  pose proof I as J. apply (same_place c h G) in J. destruct J as (q & rest' & J).
  exists (Move n q). split; [unfold last_move; rewrite J; reflexivity|]. simpl.
  destruct (first_is_first ok c s y n S F I Oy) as [Q|Q]; [congruence|exact Q].
Qed.

(** 1 takes two orders and 2 one; the older of 1 is called off, then its younger. *)
Example moves_and_take_backs :
  let past := [Join 1; Join 2; Order 1 all; Order 2 all; Order 3 all; TakeBack 1] in
  (answer (Order 4 all) (run past nobody), last_move 1 (remembered past),
   answer (Order 4 all) (run (past ++ [TakeBack 3]) nobody),
   moves (remembered (past ++ [TakeBack 3])) 1) =
  (Some 2, Some (Move 5 (For 3)), Some 1, [Move 3 Kept; Move 1 Joined]).
Proof. reflexivity. Qed.
