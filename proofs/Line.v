(** The line of one class and how it moves, beside [docs/rules.md], 3.2 to 3.5, under [KeepPlace].

    This file is the model, and all of it: the proofs are about what stands here, and the vectors
    are computed by it. A member is a number. Numbers of places are those of rules 3.5. *)

From Coq Require Import List Arith Bool.
Import ListNotations.

Definition member := nat.

(** A place in the line, by its number, and who stands there. *)
Record seat := At { place : nat; who : member }.

(** A line from front to end; the number that the next place gets; and the places that the last
    sorting of the whole line gave: from [first_sorted] on, and before [end_sorted]. *)
Record line := Line {
  seats : list seat;
  next : nat;
  first_sorted : nat;
  end_sorted : nat
}.

Definition members (l : line) : list member := map who (seats l).

Definition with_seats (ss : list seat) (l : line) : line :=
  Line ss (next l) (first_sorted l) (end_sorted l).

Definition is_of (m : member) (s : seat) : bool := who s =? m.

Definition seated (m : member) (l : line) : bool := existsb (is_of m) (seats l).

Definition without (m : member) (ss : list seat) : list seat :=
  filter (fun s => negb (is_of m s)) ss.

(** ** Rules 3.4: the first eligible member takes the order and goes to the end *)

(** Who is eligible for one order (rules 5.2): any set of members, another one for each order. So
    whatever decides it is covered: offers, leave, suspensions, bars, the guard. *)
Definition eligibility := member -> bool.

(** The first eligible one of the line, with its place; nobody: the order is held (rules 5.3). *)
Definition first_eligible (ok : eligibility) (l : line) : option seat :=
  find (fun s => ok (who s)) (seats l).

Definition to_end (m : member) (l : line) : line :=
  Line (without m (seats l) ++ [At (next l) m]) (S (next l)) (first_sorted l) (end_sorted l).

(** ** Rules 3.3: joining and leaving *)

Definition join (m : member) (l : line) : line := if seated m l then l else to_end m l.

Definition leave (m : member) (l : line) : line := with_seats (without m (seats l)) l.

(** ** Rules 3.5: back to its place *)

(** What an order remembers: whom it was given to, the place that one left, and the one it got. *)
Record giving := Gave { holder : member; left_place : nat; got_place : nat }.

Definition stands_at (m : member) (n : nat) (l : line) : bool :=
  existsb (fun s => is_of m s && (place s =? n)) (seats l).

Fixpoint insert (s : seat) (ss : list seat) : list seat :=
  match ss with
  | [] => [s]
  | t :: rest => if place s <? place t then s :: ss else t :: insert s rest
  end.

Definition back (g : giving) (l : line) : line :=
  if stands_at (holder g) (got_place g) l
  then with_seats (insert (At (left_place g) (holder g)) (without (holder g) (seats l))) l
  else l.

(** ** Rules 3.2: the ranking, and its correction *)

(** Who comes first: the higher figure, of equal ones the lower id. *)
Definition ranks_before (volume : member -> nat) (a b : member) : bool :=
  (volume b <? volume a) || ((volume a =? volume b) && (a <=? b)).

Fixpoint put (volume : member -> nat) (m : member) (ms : list member) : list member :=
  match ms with
  | [] => [m]
  | o :: rest => if ranks_before volume m o then m :: ms else o :: put volume m rest
  end.

Definition ranking (volume : member -> nat) (ms : list member) : list member :=
  fold_right (put volume) [] ms.

Fixpoint numbered (n : nat) (ms : list member) : list seat :=
  match ms with
  | [] => []
  | m :: rest => At n m :: numbered (S n) rest
  end.

Definition sort_whole (volume : member -> nat) (l : line) : line :=
  let after := next l + length (seats l) in
  Line (numbered (next l) (ranking volume (members l))) after (next l) after.

(** Whether the last sorting of the whole line gave this place. *)
Definition is_sorted (l : line) (n : nat) : bool := (first_sorted l <=? n) && (n <? end_sorted l).

(** The seats, with these members at the places of the last sorting; all others as they are. *)
Fixpoint fill (l : line) (ss : list seat) (ms : list member) : list seat :=
  match ss, ms with
  | s :: rest, m :: others =>
      if is_sorted l (place s) then At (place s) m :: fill l rest others
      else s :: fill l rest ms
  | _, _ => ss
  end.

Definition at_sorted_places (l : line) : list member :=
  map who (filter (fun s => is_sorted l (place s)) (seats l)).

Definition correct (volume : member -> nat) (l : line) : line :=
  with_seats (fill l (seats l) (ranking volume (at_sorted_places l))) l.

(** ** A city: the line, and what the orders given by turn remember, the youngest first *)

Record city := City { the_line : line; book : list (nat * giving) }.

Definition giving_of (o : nat) (c : city) : option giving :=
  option_map snd (find (fun e => fst e =? o) (book c)).

Definition forget (o : nat) (b : list (nat * giving)) : list (nat * giving) :=
  filter (fun e => negb (fst e =? o)) b.

(** What happens. An order that is held may be tried again, and one that was taken away may be
    given again: each is another [Order] of the same number, with whoever is eligible then. One
    given to a member that the platform names (rules 8.2) is one for which only that member is. *)
Inductive act :=
| Order (o : nat) (ok : eligibility)  (** by turn *)
| Designated (o : nat) (m : member)   (** the enterprise names the member: nobody moves (5.1) *)
| TakeBack (o : nat)                  (** called off (7.6), or declined with cause (7.2) *)
| Join (m : member)
| Leave (m : member)
| Rank (volume : member -> nat)       (** the first ranking of a year: the whole line *)
| Correct (volume : member -> nat).   (** a later one of the same year *)

(** Who takes an order by turn. *)
Definition answer (a : act) (c : city) : option member :=
  match a with
  | Order _ ok => option_map who (first_eligible ok (the_line c))
  | _ => None
  end.

Definition after (a : act) (c : city) : city :=
  let l := the_line c in
  match a with
  | Order o ok =>
      match first_eligible ok l with
      | None => c
      | Some s => City (to_end (who s) l) ((o, Gave (who s) (place s) (next l)) :: forget o (book c))
      end
  | Designated _ _ => c
  | TakeBack o =>
      match giving_of o c with
      | None => c
      | Some g => City (back g l) (forget o (book c))
      end
  | Join m => City (join m l) (book c)
  | Leave m => City (leave m l) (book c)
  | Rank volume => City (sort_whole volume l) (book c)
  | Correct volume => City (correct volume l) (book c)
  end.

(** Before anybody joined. *)
Definition nobody : city := City (Line [] 1 0 0) [].

Fixpoint run (acts : list act) (c : city) : city :=
  match acts with
  | [] => c
  | a :: rest => run rest (after a c)
  end.

(** Of each act of a run, who takes an order by turn. *)
Fixpoint answers (acts : list act) (c : city) : list (option member) :=
  match acts with
  | [] => []
  | a :: rest => answer a c :: answers rest (after a c)
  end.

(** Any state that some history of acts comes to. *)
Definition reached (c : city) : Prop := exists past, c = run past nobody.

(** Of how many acts of a run something holds, each with the city it meets. *)
Fixpoint count (p : act -> city -> bool) (acts : list act) (c : city) : nat :=
  match acts with
  | [] => 0
  | a :: rest => (if p a c then 1 else 0) + count p rest (after a c)
  end.
