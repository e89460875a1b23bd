(* Runs of the model with their answers, which the engine must give, too. The dice are our own, so
   that every run of this program prints the same lines.

   A line is `members acts|takers|line;next`. At first members 1 to n have joined, in this order.
   Orders have numbers from 1, in the order of the acts that bring them in. The acts:

     o3f    an order by turn; bit m - 1 is set for each member m that can have it
     d2     an order that names member 2
     b1     order 1 is called off before work began
     x1     order 1 is declined with cause, and goes by turn to another one
     g1     order 1 is taken from its member, and goes by turn to another one
     j4 l2  member 4 joins the line; member 2 leaves it
     r4021  a new ranking, with the figures of members 1 to 4
     c4120  its correction

   After the bar: of each o, x and g who takes the order, or `-`; then the line, as place.member. *)

open Model

let most_members = 6
let runs = 4000

let rec nat n = if n = 0 then O else S (nat (n - 1))
let rec int = function O -> 0 | S n -> 1 + int n

let state = ref 20210401

let dice sides =
  state := ((!state * 1103515245) + 12345) land 0x7fffffff;
  (!state lsr 12) mod sides

let pick list = List.nth list (dice (List.length list))

(* An order that is with a member: its number, the member, and who can have it still. *)
type order = { number : int; holder : int; mask : int }

type rig = {
  mutable city : city;
  mutable admitted : int;
  mutable orders : int;
  mutable opened : order list;
  mutable ranked : bool;
  acts : Buffer.t;
  takers : Buffer.t;
}

let in_line rig = List.map (fun s -> int s.who) rig.city.the_line.seats

let tell rig text =
  Buffer.add_char rig.acts ' ';
  Buffer.add_string rig.acts text

let act rig a = rig.city <- after a rig.city
let eligible mask m = mask land (1 lsl (int m - 1)) <> 0

(* Gives an order by turn, and says to whom. *)
let give rig number mask =
  let a = Order (nat number, eligible mask) in
  let taker = Option.map int (answer a rig.city) in
  act rig a;
  Buffer.add_string rig.takers (match taker with Some m -> string_of_int m | None -> "-");
  match taker with
  | Some holder -> rig.opened <- { number; holder; mask } :: rig.opened
  | None -> ()

let new_order rig =
  rig.orders <- rig.orders + 1;
  rig.orders

(* Whoever has not joined yet is not excluded. *)
let order rig =
  let everybody = (1 lsl most_members) - 1 and known = (1 lsl rig.admitted) - 1 in
  let mask =
    match dice 5 with
    | 0 | 1 -> everybody
    | 2 -> everybody lxor (1 lsl dice rig.admitted)
    | _ -> everybody lxor known lor (dice (known + 1))
  in
  tell rig (Printf.sprintf "o%x" mask);
  give rig (new_order rig) mask

let designate rig =
  match in_line rig with
  | [] -> ()
  | line ->
      let m = pick line in
      tell rig (Printf.sprintf "d%d" m);
      let number = new_order rig in
      act rig (Designated (nat number, nat m));
      let mask = (1 lsl most_members) - 1 in
      rig.opened <- { number; holder = m; mask } :: rig.opened

(* Any open order, the younger ones more often. *)
let with_an_open_order rig f =
  match rig.opened with
  | [] -> ()
  | all ->
      let one = if dice 2 = 0 then List.nth all (dice (min 3 (List.length all))) else pick all in
      f one

let close rig one = rig.opened <- List.filter (fun o -> o.number <> one.number) rig.opened

let call_off rig one =
  tell rig (Printf.sprintf "b%d" one.number);
  close rig one;
  act rig (TakeBack (nat one.number))

let without one = one.mask land lnot (1 lsl (one.holder - 1))

let decline rig one =
  tell rig (Printf.sprintf "x%d" one.number);
  close rig one;
  act rig (TakeBack (nat one.number));
  give rig one.number (without one)

(* With nobody else to have it an order is not taken away. *)
let reassign rig one =
  let mask = without one in
  if List.exists (fun m -> eligible mask (nat m)) (in_line rig) then begin
    tell rig (Printf.sprintf "g%d" one.number);
    close rig one;
    give rig one.number mask
  end

let join rig =
  let out m = not (List.mem m (in_line rig)) in
  let ids = List.init (min most_members (rig.admitted + 1)) succ in
  match List.filter out ids with
  | [] -> ()
  | some ->
      let m = pick some in
      rig.admitted <- max rig.admitted m;
      tell rig (Printf.sprintf "j%d" m);
      act rig (Join (nat m))

let leave rig =
  match in_line rig with
  | [] | [ _ ] -> ()
  | line ->
      let m = pick line in
      tell rig (Printf.sprintf "l%d" m);
      act rig (Leave (nat m))

let figures rig =
  let all = Array.init rig.admitted (fun _ -> dice 5) in
  let digits = Array.to_list (Array.map string_of_int all) in
  (String.concat "" digits, fun m -> let m = int m in nat (if m <= Array.length all then all.(m - 1) else 0))

let rank rig =
  let digits, volume = figures rig in
  tell rig ("r" ^ digits);
  rig.ranked <- true;
  act rig (Rank volume)

let correct rig =
  if rig.ranked then begin
    let digits, volume = figures rig in
    tell rig ("c" ^ digits);
    act rig (Correct volume)
  end

let any rig =
  match dice 100 with
  | n when n < 44 -> order rig
  | n when n < 50 -> designate rig
  | n when n < 67 -> with_an_open_order rig (call_off rig)
  | n when n < 73 -> with_an_open_order rig (decline rig)
  | n when n < 77 -> with_an_open_order rig (reassign rig)
  | n when n < 83 -> join rig
  | n when n < 88 -> leave rig
  | n when n < 90 -> rank rig
  | _ -> correct rig

let run () =
  let members = 2 + dice 4 in
  let rig =
    { city = nobody; admitted = members; orders = 0; opened = []; ranked = false;
      acts = Buffer.create 80; takers = Buffer.create 20 }
  in
  for m = 1 to members do act rig (Join (nat m)) done;
  if dice 3 > 0 then rank rig;
  for _ = 1 to 4 + dice 26 do any rig done;
  let seat s = Printf.sprintf "%d.%d" (int s.place) (int s.who) in
  let line = rig.city.the_line in
  Printf.printf "%d%s|%s|%s;%d\n" members (Buffer.contents rig.acts) (Buffer.contents rig.takers)
    (String.concat "," (List.map seat line.seats)) (int line.next)

let () = for _ = 1 to runs do run () done
