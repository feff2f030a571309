;; multiplyAdd:
;; c[i][j] += sum over k of a[i * aRow + k * aStep] * b[k][j], for rows of 32-bit floats; columns is a multiple of 8.
;; Blocks of 4 rows by 8 columns stay in registers; what is left of the rows goes one by one.
(module
  (memory (import "env" "memory") 1)
  (func (export "multiplyAdd")
    (param $c i32) (param $a i32) (param $b i32)
    (param $rows i32) (param $columns i32) (param $depth i32)
    (param $aRow i32) (param $aStep i32) (param $bRow i32) (param $cRow i32)
    (local $i i32) (local $j i32) (local $k i32)
    (local $pa i32) (local $pa1 i32) (local $pa2 i32) (local $pa3 i32) (local $pb i32) (local $pc i32) (local $pc1 i32) (local $pc2 i32) (local $pc3 i32)
    (local $x v128) (local $b0 v128) (local $b1 v128)
    (local $s00 v128) (local $s01 v128) (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128) (local $s30 v128) (local $s31 v128)
    ;; strides come in floats; make them bytes
    (local.set $aRow (i32.shl (local.get $aRow) (i32.const 2)))
    (local.set $aStep (i32.shl (local.get $aStep) (i32.const 2)))
    (local.set $bRow (i32.shl (local.get $bRow) (i32.const 2)))
    (local.set $cRow (i32.shl (local.get $cRow) (i32.const 2)))
    (if (i32.eqz (local.get $depth)) (then (return)))
    (block $rows4Done
      (loop $rows4
        (br_if $rows4Done (i32.gt_s (i32.add (local.get $i) (i32.const 4)) (local.get $rows)))
        (local.set $j (i32.const 0))
        (loop $columns8
          (local.set $pa (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $aRow))))
          (local.set $pa1 (i32.add (local.get $pa) (local.get $aRow)))
          (local.set $pa2 (i32.add (local.get $pa1) (local.get $aRow)))
          (local.set $pa3 (i32.add (local.get $pa2) (local.get $aRow)))
          (local.set $pb (i32.add (local.get $b) (i32.shl (local.get $j) (i32.const 2))))
          (local.set $pc (i32.add (i32.add (local.get $c) (i32.mul (local.get $i) (local.get $cRow))) (i32.shl (local.get $j) (i32.const 2))))
          (local.set $pc1 (i32.add (local.get $pc) (local.get $cRow)))
          (local.set $pc2 (i32.add (local.get $pc1) (local.get $cRow)))
          (local.set $pc3 (i32.add (local.get $pc2) (local.get $cRow)))
          (local.set $s00 (v128.load (local.get $pc)))
          (local.set $s01 (v128.load offset=16 (local.get $pc)))
          (local.set $s10 (v128.load (local.get $pc1)))
          (local.set $s11 (v128.load offset=16 (local.get $pc1)))
          (local.set $s20 (v128.load (local.get $pc2)))
          (local.set $s21 (v128.load offset=16 (local.get $pc2)))
          (local.set $s30 (v128.load (local.get $pc3)))
          (local.set $s31 (v128.load offset=16 (local.get $pc3)))
          (local.set $k (local.get $depth))
          (loop $inner
            (local.set $b0 (v128.load (local.get $pb)))
            (local.set $b1 (v128.load offset=16 (local.get $pb)))
            (local.set $x (v128.load32_splat (local.get $pa)))
            (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (local.get $b0))))
            (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (local.get $b1))))
            (local.set $x (v128.load32_splat (local.get $pa1)))
            (local.set $s10 (f32x4.add (local.get $s10) (f32x4.mul (local.get $x) (local.get $b0))))
            (local.set $s11 (f32x4.add (local.get $s11) (f32x4.mul (local.get $x) (local.get $b1))))
            (local.set $x (v128.load32_splat (local.get $pa2)))
            (local.set $s20 (f32x4.add (local.get $s20) (f32x4.mul (local.get $x) (local.get $b0))))
            (local.set $s21 (f32x4.add (local.get $s21) (f32x4.mul (local.get $x) (local.get $b1))))
            (local.set $x (v128.load32_splat (local.get $pa3)))
            (local.set $s30 (f32x4.add (local.get $s30) (f32x4.mul (local.get $x) (local.get $b0))))
            (local.set $s31 (f32x4.add (local.get $s31) (f32x4.mul (local.get $x) (local.get $b1))))
            (local.set $pa (i32.add (local.get $pa) (local.get $aStep)))
            (local.set $pa1 (i32.add (local.get $pa1) (local.get $aStep)))
            (local.set $pa2 (i32.add (local.get $pa2) (local.get $aStep)))
            (local.set $pa3 (i32.add (local.get $pa3) (local.get $aStep)))
            (local.set $pb (i32.add (local.get $pb) (local.get $bRow)))
            (br_if $inner (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
          (v128.store (local.get $pc) (local.get $s00))
          (v128.store offset=16 (local.get $pc) (local.get $s01))
          (v128.store (local.get $pc1) (local.get $s10))
          (v128.store offset=16 (local.get $pc1) (local.get $s11))
          (v128.store (local.get $pc2) (local.get $s20))
          (v128.store offset=16 (local.get $pc2) (local.get $s21))
          (v128.store (local.get $pc3) (local.get $s30))
          (v128.store offset=16 (local.get $pc3) (local.get $s31))
          (br_if $columns8 (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 8))) (local.get $columns))))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br $rows4)))
    (block $rowsDone
      (loop $rows1
        (br_if $rowsDone (i32.ge_s (local.get $i) (local.get $rows)))
        (local.set $j (i32.const 0))
        (loop $columns8
          (local.set $pa (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $aRow))))
          (local.set $pb (i32.add (local.get $b) (i32.shl (local.get $j) (i32.const 2))))
          (local.set $pc (i32.add (i32.add (local.get $c) (i32.mul (local.get $i) (local.get $cRow))) (i32.shl (local.get $j) (i32.const 2))))
          (local.set $s00 (v128.load (local.get $pc)))
          (local.set $s01 (v128.load offset=16 (local.get $pc)))
          (local.set $k (local.get $depth))
          (loop $inner
            (local.set $x (v128.load32_splat (local.get $pa)))
            (local.set $s00 (f32x4.add (local.get $s00) (f32x4.mul (local.get $x) (v128.load (local.get $pb)))))
            (local.set $s01 (f32x4.add (local.get $s01) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $pb)))))
            (local.set $pa (i32.add (local.get $pa) (local.get $aStep)))
            (local.set $pb (i32.add (local.get $pb) (local.get $bRow)))
            (br_if $inner (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
          (v128.store (local.get $pc) (local.get $s00))
          (v128.store offset=16 (local.get $pc) (local.get $s01))
          (br_if $columns8 (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 8))) (local.get $columns))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $rows1))))

  ;; recur: both directions of a gated recurrence over rows of gates: forget and candidate forwards, forget and candidate
  ;; backwards, each of $size floats (a multiple of 4). Gates are replaced by their activations; a row of $out gets both states.
  (func (export "recur") (param $gates i32) (param $out i32) (param $length i32) (param $size i32)
    (local $j i32) (local $bytes i32) (local $gateRow i32) (local $outRow i32)
    (local $g i32) (local $o i32) (local $direction i32) (local $step i32)
    (if (i32.le_s (local.get $length) (i32.const 0)) (then (return)))
    (local.set $bytes (i32.shl (local.get $size) (i32.const 2)))
    (local.set $gateRow (i32.shl (local.get $bytes) (i32.const 2)))
    (local.set $outRow (i32.shl (local.get $bytes) (i32.const 1)))
    (loop $directions
      (local.set $j (i32.const 0))
      (loop $units
        (local.set $g (i32.add (i32.add (local.get $gates) (i32.mul (local.get $direction) (local.get $outRow))) (local.get $j)))
        (local.set $o (i32.add (i32.add (local.get $out) (i32.mul (local.get $direction) (local.get $bytes))) (local.get $j)))
        (local.set $step (i32.const 1))
        (if (local.get $direction) (then
          (local.set $g (i32.add (local.get $g) (i32.mul (i32.sub (local.get $length) (i32.const 1)) (local.get $gateRow))))
          (local.set $o (i32.add (local.get $o) (i32.mul (i32.sub (local.get $length) (i32.const 1)) (local.get $outRow))))
          (local.set $step (i32.const -1))))
        (call $column (local.get $g) (local.get $o) (local.get $length) (local.get $bytes)
          (i32.mul (local.get $step) (local.get $gateRow)) (i32.mul (local.get $step) (local.get $outRow)))
        (br_if $units (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (br_if $directions (i32.lt_s (local.tee $direction (i32.add (local.get $direction) (i32.const 1))) (i32.const 2)))))
  ;; Four units of one direction, from the first word it reads to the last.
  (func $column (param $g i32) (param $o i32) (param $length i32) (param $bytes i32) (param $gateStep i32) (param $outStep i32)
    (local $state v128) (local $forget v128) (local $candidate v128) (local $square v128)
    (loop $words
      ;; forget = 1/2 + squash(x / 2) / 2, candidate = squash(x); squash(x) = x (27 + x²) / (27 + 9 x²) between -3 and 3.
      ;; pmin and pmax are one instruction each, min and max eight: they also settle what the sign of a zero is, which 3 has none of.
      (local.set $forget (f32x4.pmin (f32x4.max
        (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (v128.load (local.get $g)))
        (v128.const f32x4 -3 -3 -3 -3)) (v128.const f32x4 3 3 3 3)))
      (local.set $square (f32x4.mul (local.get $forget) (local.get $forget)))
      (local.set $forget
        (f32x4.add (v128.const f32x4 0.5 0.5 0.5 0.5)
          (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5)
            (f32x4.div
              (f32x4.mul (local.get $forget) (f32x4.add (v128.const f32x4 27 27 27 27) (local.get $square)))
              (f32x4.add (v128.const f32x4 27 27 27 27) (f32x4.mul (v128.const f32x4 9 9 9 9) (local.get $square)))))))
      (local.set $candidate (f32x4.pmin (f32x4.max
        (v128.load (i32.add (local.get $g) (local.get $bytes)))
        (v128.const f32x4 -3 -3 -3 -3)) (v128.const f32x4 3 3 3 3)))
      (local.set $square (f32x4.mul (local.get $candidate) (local.get $candidate)))
      (local.set $candidate
        (f32x4.div
          (f32x4.mul (local.get $candidate) (f32x4.add (v128.const f32x4 27 27 27 27) (local.get $square)))
          (f32x4.add (v128.const f32x4 27 27 27 27) (f32x4.mul (v128.const f32x4 9 9 9 9) (local.get $square)))))
      (v128.store (local.get $g) (local.get $forget))
      (v128.store (i32.add (local.get $g) (local.get $bytes)) (local.get $candidate))
      (local.set $state
        (f32x4.add (local.get $candidate) (f32x4.mul (local.get $forget) (f32x4.sub (local.get $state) (local.get $candidate)))))
      (v128.store (local.get $o) (local.get $state))
      (local.set $g (i32.add (local.get $g) (local.get $gateStep)))
      (local.set $o (i32.add (local.get $o) (local.get $outStep)))
      (br_if $words (local.tee $length (i32.sub (local.get $length) (i32.const 1))))))

  ;; addRow: $to += $from, $bytes of each, a multiple of 16.
  (func (export "addRow") (param $to i32) (param $from i32) (param $bytes i32)
    (local $j i32)
    (loop $floats
      (v128.store (i32.add (local.get $to) (local.get $j))
        (f32x4.add (v128.load (i32.add (local.get $to) (local.get $j))) (v128.load (i32.add (local.get $from) (local.get $j)))))
      (br_if $floats (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes)))))

  ;; addListed: for each of $count pairs (i, j) of 32-bit numbers at $pairs, row j of $bytes bytes (a multiple of 4) from $from on is added to
  ;; what stands at $to + i * $toStep. In the order of the pairs.
  (func (export "addListed") (param $to i32) (param $toStep i32) (param $from i32) (param $bytes i32) (param $pairs i32) (param $count i32)
    (local $t i32) (local $f i32) (local $end i32)
    (if (i32.le_s (local.get $count) (i32.const 0)) (then (return)))
    (loop $rows
      (local.set $t (i32.add (local.get $to) (i32.mul (i32.load (local.get $pairs)) (local.get $toStep))))
      (local.set $f (i32.add (local.get $from) (i32.mul (i32.load offset=4 (local.get $pairs)) (local.get $bytes))))
      (local.set $end (i32.add (local.get $f) (local.get $bytes)))
      (block $foursDone
        (loop $fours
          (br_if $foursDone (i32.gt_u (i32.add (local.get $f) (i32.const 16)) (local.get $end)))
          (v128.store (local.get $t) (f32x4.add (v128.load (local.get $t)) (v128.load (local.get $f))))
          (local.set $t (i32.add (local.get $t) (i32.const 16)))
          (local.set $f (i32.add (local.get $f) (i32.const 16)))
          (br $fours)))
      (block $onesDone
        (loop $ones
          (br_if $onesDone (i32.ge_u (local.get $f) (local.get $end)))
          (f32.store (local.get $t) (f32.add (f32.load (local.get $t)) (f32.load (local.get $f))))
          (local.set $t (i32.add (local.get $t) (i32.const 4)))
          (local.set $f (i32.add (local.get $f) (i32.const 4)))
          (br $ones)))
      (local.set $pairs (i32.add (local.get $pairs) (i32.const 8)))
      (br_if $rows (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; addSteps: for each of $count 32-bit numbers j at $rows, the $size (a multiple of 8) 8-bit numbers of row j from $steps on, times the
  ;; float j from $scales on, are added to the floats at $to. Products and sums are 64-bit, each sum is rounded to 32.
  (func $addFour (param $to i32) (param $steps v128) (param $scale v128)
    (local $x v128)
    (local.set $x (v128.load (local.get $to)))
    (v128.store (local.get $to) (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
      (f32x4.demote_f64x2_zero (f64x2.add (f64x2.promote_low_f32x4 (local.get $x))
        (f64x2.mul (f64x2.convert_low_i32x4_s (local.get $steps)) (local.get $scale))))
      (f32x4.demote_f64x2_zero (f64x2.add
        (f64x2.promote_low_f32x4 (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $x) (local.get $x)))
        (f64x2.mul
          (f64x2.convert_low_i32x4_s (i8x16.shuffle 8 9 10 11 12 13 14 15 8 9 10 11 12 13 14 15 (local.get $steps) (local.get $steps)))
          (local.get $scale)))))))
  (func (export "addSteps") (param $to i32) (param $steps i32) (param $scales i32) (param $size i32) (param $rows i32) (param $count i32)
    (local $s v128) (local $x v128) (local $from i32) (local $j i32)
    (if (i32.le_s (local.get $count) (i32.const 0)) (then (return)))
    (loop $each
      (local.set $s (f64x2.splat (f64.promote_f32 (f32.load
        (i32.add (local.get $scales) (i32.shl (i32.load (local.get $rows)) (i32.const 2)))))))
      (local.set $from (i32.add (local.get $steps) (i32.mul (i32.load (local.get $rows)) (local.get $size))))
      (local.set $j (i32.const 0))
      (loop $eights
        (local.set $x (v128.load8x8_s (i32.add (local.get $from) (local.get $j))))
        (call $addFour (i32.add (local.get $to) (i32.shl (local.get $j) (i32.const 2)))
          (i32x4.extend_low_i16x8_s (local.get $x)) (local.get $s))
        (call $addFour (i32.add (i32.add (local.get $to) (i32.shl (local.get $j) (i32.const 2))) (i32.const 16))
          (i32x4.extend_high_i16x8_s (local.get $x)) (local.get $s))
        (br_if $eights (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 8))) (local.get $size))))
      (local.set $rows (i32.add (local.get $rows) (i32.const 4)))
      (br_if $each (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; squashAll: squash, as in the recurrence, of $bytes of floats from $at on, a multiple of 16.
  (func (export "squashAll") (param $at i32) (param $bytes i32)
    (local $end i32) (local $x v128) (local $square v128)
    (local.set $end (i32.add (local.get $at) (local.get $bytes)))
    (loop $floats
      (local.set $x (f32x4.pmin (f32x4.pmax (v128.load (local.get $at)) (v128.const f32x4 -3 -3 -3 -3)) (v128.const f32x4 3 3 3 3)))
      (local.set $square (f32x4.mul (local.get $x) (local.get $x)))
      (v128.store (local.get $at)
        (f32x4.div
          (f32x4.mul (local.get $x) (f32x4.add (v128.const f32x4 27 27 27 27) (local.get $square)))
          (f32x4.add (v128.const f32x4 27 27 27 27) (f32x4.mul (v128.const f32x4 9 9 9 9) (local.get $square)))))
      (br_if $floats (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end)))))

  ;; addWindow: for each of $length rows, $to = the sum of what the words before, at and after it bring, and of $bias. Word w's part
  ;; for the place before, at or after stands at $parts + (3 w + 0, 1 or 2) rows; the words' numbers at $types, 32 bits each, with
  ;; one of padding each side. A row has $bytes bytes, a multiple of 16.
  (func (export "addWindow") (param $to i32) (param $parts i32) (param $types i32) (param $length i32) (param $bias i32) (param $bytes i32)
    (local $j i32) (local $a i32) (local $b i32) (local $c i32)
    (if (i32.le_s (local.get $length) (i32.const 0)) (then (return)))
    (loop $rows
      (local.set $a (i32.add (local.get $parts)
        (i32.mul (local.get $bytes) (i32.mul (i32.const 3) (i32.load (local.get $types))))))
      (local.set $b (i32.add (local.get $parts)
        (i32.mul (local.get $bytes) (i32.add (i32.const 1) (i32.mul (i32.const 3) (i32.load offset=4 (local.get $types)))))))
      (local.set $c (i32.add (local.get $parts)
        (i32.mul (local.get $bytes) (i32.add (i32.const 2) (i32.mul (i32.const 3) (i32.load offset=8 (local.get $types)))))))
      (local.set $j (i32.const 0))
      (loop $floats
        (v128.store (i32.add (local.get $to) (local.get $j))
          (f32x4.add
            (f32x4.add
              (f32x4.add (v128.load (i32.add (local.get $a) (local.get $j))) (v128.load (i32.add (local.get $b) (local.get $j))))
              (v128.load (i32.add (local.get $c) (local.get $j))))
            (v128.load (i32.add (local.get $bias) (local.get $j)))))
        (br_if $floats (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $to (i32.add (local.get $to) (local.get $bytes)))
      (local.set $types (i32.add (local.get $types) (i32.const 4)))
      (br_if $rows (local.tee $length (i32.sub (local.get $length) (i32.const 1))))))

  ;; splitFaces: from each of $length rows of two faces, $bytes bytes each (a multiple of 16) and $faceRow apart, the first to a row
  ;; of $children, the second to a column of $headsT from the second column on, negative numbers times $leak. $childRow and
  ;; $headsRow are the distances between rows.
  (func (export "splitFaces")
    (param $faces i32) (param $faceRow i32) (param $children i32) (param $childRow i32) (param $headsT i32) (param $headsRow i32)
    (param $length i32) (param $bytes i32) (param $leak f32)
    (local $j i32) (local $h i32) (local $x v128) (local $l v128)
    (local.set $l (f32x4.splat (local.get $leak)))
    (if (i32.le_s (local.get $length) (i32.const 0)) (then (return)))
    (loop $rows
      (local.set $j (i32.const 0))
      (local.set $headsT (i32.add (local.get $headsT) (i32.const 4)))
      (local.set $h (local.get $headsT))
      (loop $floats
        (local.set $x (v128.load (i32.add (local.get $faces) (local.get $j))))
        (v128.store (i32.add (local.get $children) (local.get $j)) (f32x4.pmax (local.get $x) (f32x4.mul (local.get $l) (local.get $x))))
        (local.set $x (v128.load (i32.add (i32.add (local.get $faces) (local.get $bytes)) (local.get $j))))
        (local.set $x (f32x4.pmax (local.get $x) (f32x4.mul (local.get $l) (local.get $x))))
        (v128.store32_lane 0 (local.get $h) (local.get $x))
        (local.set $h (i32.add (local.get $h) (local.get $headsRow)))
        (v128.store32_lane 1 (local.get $h) (local.get $x))
        (local.set $h (i32.add (local.get $h) (local.get $headsRow)))
        (v128.store32_lane 2 (local.get $h) (local.get $x))
        (local.set $h (i32.add (local.get $h) (local.get $headsRow)))
        (v128.store32_lane 3 (local.get $h) (local.get $x))
        (local.set $h (i32.add (local.get $h) (local.get $headsRow)))
        (br_if $floats (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $faces (i32.add (local.get $faces) (local.get $faceRow)))
      (local.set $children (i32.add (local.get $children) (local.get $childRow)))
      (br_if $rows (local.tee $length (i32.sub (local.get $length) (i32.const 1))))))

  ;; joinFaces: $to = the child's face and its head's added up, negative numbers times $leak, for each of $length rows. $heads has
  ;; the number of each head's row, 32 bits, from 1 on; 0 is $root. Faces have $bytes bytes, a multiple of 16, the head's after the child's.
  (func (export "joinFaces")
    (param $to i32) (param $toRow i32) (param $faces i32) (param $faceRow i32) (param $heads i32) (param $root i32)
    (param $length i32) (param $bytes i32) (param $leak f32)
    (local $j i32) (local $child i32) (local $head i32) (local $x v128) (local $l v128)
    (local.set $l (f32x4.splat (local.get $leak)))
    (local.set $child (local.get $faces))
    (if (i32.le_s (local.get $length) (i32.const 0)) (then (return)))
    (loop $rows
      (local.set $j (i32.const 0))
      (local.set $head (local.get $root))
      (if (i32.load (local.get $heads)) (then
        (local.set $head (i32.add (i32.add (local.get $faces) (local.get $bytes))
          (i32.mul (i32.sub (i32.load (local.get $heads)) (i32.const 1)) (local.get $faceRow))))))
      (loop $floats
        (local.set $x (f32x4.add (v128.load (i32.add (local.get $child) (local.get $j))) (v128.load (i32.add (local.get $head) (local.get $j)))))
        (v128.store (i32.add (local.get $to) (local.get $j)) (f32x4.pmax (local.get $x) (f32x4.mul (local.get $l) (local.get $x))))
        (br_if $floats (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 16))) (local.get $bytes))))
      (local.set $to (i32.add (local.get $to) (local.get $toRow)))
      (local.set $child (i32.add (local.get $child) (local.get $faceRow)))
      (local.set $heads (i32.add (local.get $heads) (i32.const 4)))
      (br_if $rows (local.tee $length (i32.sub (local.get $length) (i32.const 1))))))

  ;; packShorts: blocks of four rows of $depth floats (a multiple of 8), times $scale, rounded to 16 bits: two numbers of the first
  ;; row, two of the second, of the third, of the fourth, then the next two of the first …
  (func $shorts (param $from i32) (param $s v128) (result v128)
    (i16x8.narrow_i32x4_s
      (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $s) (v128.load (local.get $from)))))
      (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (local.get $s) (v128.load offset=16 (local.get $from)))))))
  (func (export "packShorts") (param $to i32) (param $from i32) (param $blocks i32) (param $depth i32) (param $scale f32)
    (local $s v128) (local $row i32) (local $end i32)
    (local $r0 v128) (local $r1 v128) (local $r2 v128) (local $r3 v128) (local $x v128) (local $y v128)
    (local.set $s (f32x4.splat (local.get $scale)))
    (local.set $row (i32.shl (local.get $depth) (i32.const 2)))
    (loop $block
      (local.set $end (i32.add (local.get $from) (local.get $row)))
      (loop $eight
        (local.set $r0 (call $shorts (local.get $from) (local.get $s)))
        (local.set $r1 (call $shorts (i32.add (local.get $from) (local.get $row)) (local.get $s)))
        (local.set $r2 (call $shorts (i32.add (local.get $from) (i32.shl (local.get $row) (i32.const 1))) (local.get $s)))
        (local.set $r3 (call $shorts (i32.add (local.get $from) (i32.mul (local.get $row) (i32.const 3))) (local.get $s)))
        (local.set $x (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $r0) (local.get $r1)))
        (local.set $y (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $r2) (local.get $r3)))
        (v128.store (local.get $to) (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $x) (local.get $y)))
        (v128.store offset=16 (local.get $to) (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $x) (local.get $y)))
        (local.set $x (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $r0) (local.get $r1)))
        (local.set $y (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $r2) (local.get $r3)))
        (v128.store offset=32 (local.get $to) (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $x) (local.get $y)))
        (v128.store offset=48 (local.get $to) (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $x) (local.get $y)))
        (local.set $to (i32.add (local.get $to) (i32.const 64)))
        (br_if $eight (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 32))) (local.get $end))))
      ;; $from stands behind the block's first row: three more.
      (local.set $from (i32.add (local.get $from) (i32.mul (local.get $row) (i32.const 3))))
      (br_if $block (local.tee $blocks (i32.sub (local.get $blocks) (i32.const 1))))))

  ;; multiplyShorts: c[i][j] = start[i][j] + $scale * sum over k of a[i][k] * b[k][j], with a as packShorts leaves it and b in panels
  ;; of eight columns, two numbers of a column side by side. Rows of c are $cRow bytes apart, those of start $startRow (0: one row
  ;; for all). Blocks of four rows by eight columns stay in registers. Where $half is set, two rows more follow the blocks.
  (func (export "multiplyShorts")
    (param $c i32) (param $cRow i32) (param $start i32) (param $startRow i32)
    (param $a i32) (param $b i32) (param $blocks i32) (param $half i32) (param $panels i32) (param $pairs i32) (param $scale f32)
    (local $i i32) (local $k i32) (local $pa i32) (local $pb i32) (local $pc i32) (local $ps i32)
    (local $x v128) (local $b0 v128) (local $b1 v128) (local $s v128)
    (local $s00 v128) (local $s01 v128) (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128) (local $s30 v128) (local $s31 v128)
    (local.set $s (f32x4.splat (local.get $scale)))
    (loop $panel
      (local.set $pa (local.get $a))
      (local.set $pc (local.get $c))
      (local.set $ps (local.get $start))
      (local.set $i (local.get $blocks))
      (if (local.get $blocks) (then (loop $block
        (local.set $pb (local.get $b))
        (local.set $s00 (v128.const i32x4 0 0 0 0))
        (local.set $s01 (v128.const i32x4 0 0 0 0))
        (local.set $s10 (v128.const i32x4 0 0 0 0))
        (local.set $s11 (v128.const i32x4 0 0 0 0))
        (local.set $s20 (v128.const i32x4 0 0 0 0))
        (local.set $s21 (v128.const i32x4 0 0 0 0))
        (local.set $s30 (v128.const i32x4 0 0 0 0))
        (local.set $s31 (v128.const i32x4 0 0 0 0))
        (local.set $k (local.get $pairs))
        (loop $inner
          (local.set $b0 (v128.load (local.get $pb)))
          (local.set $b1 (v128.load offset=16 (local.get $pb)))
          (local.set $x (v128.load32_splat (local.get $pa)))
          (local.set $s00 (i32x4.add (local.get $s00) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s01 (i32x4.add (local.get $s01) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat offset=4 (local.get $pa)))
          (local.set $s10 (i32x4.add (local.get $s10) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s11 (i32x4.add (local.get $s11) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat offset=8 (local.get $pa)))
          (local.set $s20 (i32x4.add (local.get $s20) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s21 (i32x4.add (local.get $s21) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat offset=12 (local.get $pa)))
          (local.set $s30 (i32x4.add (local.get $s30) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s31 (i32x4.add (local.get $s31) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $pa (i32.add (local.get $pa) (i32.const 16)))
          (local.set $pb (i32.add (local.get $pb) (i32.const 32)))
          (br_if $inner (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s00)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s01)))))
        (local.set $pc (i32.add (local.get $pc) (local.get $cRow)))
        (local.set $ps (i32.add (local.get $ps) (local.get $startRow)))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s10)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s11)))))
        (local.set $pc (i32.add (local.get $pc) (local.get $cRow)))
        (local.set $ps (i32.add (local.get $ps) (local.get $startRow)))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s20)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s21)))))
        (local.set $pc (i32.add (local.get $pc) (local.get $cRow)))
        (local.set $ps (i32.add (local.get $ps) (local.get $startRow)))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s30)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s31)))))
        (local.set $pc (i32.add (local.get $pc) (local.get $cRow)))
        (local.set $ps (i32.add (local.get $ps) (local.get $startRow)))
        (br_if $block (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))))
      (if (local.get $half) (then
        (local.set $pb (local.get $b))
        (local.set $s00 (v128.const i32x4 0 0 0 0))
        (local.set $s01 (v128.const i32x4 0 0 0 0))
        (local.set $s10 (v128.const i32x4 0 0 0 0))
        (local.set $s11 (v128.const i32x4 0 0 0 0))
        (local.set $k (local.get $pairs))
        (loop $inner
          (local.set $b0 (v128.load (local.get $pb)))
          (local.set $b1 (v128.load offset=16 (local.get $pb)))
          (local.set $x (v128.load32_splat (local.get $pa)))
          (local.set $s00 (i32x4.add (local.get $s00) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s01 (i32x4.add (local.get $s01) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $x (v128.load32_splat offset=4 (local.get $pa)))
          (local.set $s10 (i32x4.add (local.get $s10) (i32x4.dot_i16x8_s (local.get $x) (local.get $b0))))
          (local.set $s11 (i32x4.add (local.get $s11) (i32x4.dot_i16x8_s (local.get $x) (local.get $b1))))
          (local.set $pa (i32.add (local.get $pa) (i32.const 16)))
          (local.set $pb (i32.add (local.get $pb) (i32.const 32)))
          (br_if $inner (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s00)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s01)))))
        (local.set $pc (i32.add (local.get $pc) (local.get $cRow)))
        (local.set $ps (i32.add (local.get $ps) (local.get $startRow)))
        (v128.store (local.get $pc) (f32x4.add (v128.load (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s10)))))
        (v128.store offset=16 (local.get $pc) (f32x4.add (v128.load offset=16 (local.get $ps)) (f32x4.mul (local.get $s) (f32x4.convert_i32x4_s (local.get $s11)))))))
      (local.set $b (local.get $pb))
      (local.set $c (i32.add (local.get $c) (i32.const 32)))
      (local.set $start (i32.add (local.get $start) (i32.const 32)))
      (br_if $panel (local.tee $panels (i32.sub (local.get $panels) (i32.const 1)))))))
