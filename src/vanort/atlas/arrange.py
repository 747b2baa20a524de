"""Who stands where: each label takes the cheapest of its places, given the others, until none wants to move.

What a place costs beside the others is kept in a table and only corrected when somebody moves, which is
what makes thirty labels quick.
"""

OVERLAP = 1000.0  # never drawn
CROSSED_LEADERS = 60.0
TROUBLE = 60.0  # a price at which it is worth trying again
DEAR = 15.0  # a price at which it is worth asking others to make room
TRIALS = 12_000  # so often others are asked, over the square of their number
AIR = 4.0  # units between two labels
MOVES = 12  # a label may change its mind so many times before it must stay for the round
ROUNDS = 6
CHOICES = 60  # so many of each label's cheapest places are weighed against the others'


def arranged(choices, ranks):
    """One Stand or None for each list of choices (see `labels.Stand`), none overlapping another.

    The lowest rank is kept first where not all can stay. The choices come cheapest first.
    """
    table = _Table([stands[:CHOICES] for stands in choices])
    order = sorted(range(len(choices)), key=lambda i: (len(choices[i]), i))
    best, best_cost = list(table.taken), None
    for number in range(ROUNDS):
        table.settle(order)
        cost = table.cost()
        if best_cost is None or cost < best_cost:
            best, best_cost = list(table.taken), cost
        troubled = table.troubled()
        if not troubled:
            break
        # Those in trouble, and every third of the rest, let go and choose again, the troubled first.
        for i in range(len(choices)):
            if i in troubled or i % 3 == number % 3:
                table.move(i, None)
        first = number % len(troubled)
        order = troubled[first:] + troubled[:first] + [i for i in order if i not in troubled]
    table.restore(best)
    table.make_room()
    return _kept(choices, table.taken, ranks)


class _Table:
    """`prices[i][a]`: what place a costs label i beside those the others have taken."""

    def __init__(self, choices):
        self.choices = choices
        self.prices = [[stand.cost for stand in stands] for stands in choices]
        self.taken: list[int | None] = [None] * len(choices)

    def settle(self, order):
        moved = [0] * len(self.choices)
        is_moving = True
        while is_moving:
            is_moving = False
            for i in order:
                prices = self.prices[i]
                if not prices or moved[i] >= MOVES:
                    continue
                cheapest = prices.index(min(prices))
                if self.taken[i] is None or prices[cheapest] < prices[self.taken[i]]:
                    self.move(i, cheapest)
                    moved[i] += 1
                    is_moving = True

    def make_room(self):
        """Puts a dear label where it would rather be and lets the others give way, if all are better off."""
        trials, is_better = TRIALS // max(1, len(self.taken)) ** 2, True
        while is_better:
            is_better = False
            for i in sorted(range(len(self.taken)), key=lambda i: -self._price(i)):
                if self._price(i) < DEAR or trials <= 0 or is_better:
                    break
                for place, stand in enumerate(self.choices[i]):
                    if stand.cost >= self._price(i) or trials <= 0:
                        break
                    trials -= place != self.taken[i]
                    is_better = place != self.taken[i] and self._is_better_with(i, place)
                    if is_better:
                        break

    def _is_better_with(self, i, place):
        """Whether all cost less with the label there; if not, all stand as before."""
        before, cost = list(self.taken), self.cost()
        self.move(i, place)
        self.settle([j for j in range(len(self.taken)) if j != i])
        if self.cost() < cost - 0.01:
            return True
        self.restore(before)
        return False

    def _price(self, i):
        place = self.taken[i]
        return 0.0 if place is None else self.prices[i][place]

    def restore(self, taken):
        for i, place in enumerate(taken):
            if place != self.taken[i]:
                self.move(i, place)

    def move(self, i, place):
        if self.taken[i] is not None:
            self._weigh(i, self.choices[i][self.taken[i]], -1)
        if place is not None:
            self._weigh(i, self.choices[i][place], 1)
        self.taken[i] = place

    def _weigh(self, i, stand, sign):
        for j, stands in enumerate(self.choices):
            if j != i:
                prices = self.prices[j]
                for number, price in _prices(stand, stands):
                    prices[number] += sign * price

    def cost(self):
        return sum(self._price(i) for i in range(len(self.taken)))

    def troubled(self):
        return [i for i, place in enumerate(self.taken) if place is not None and self.prices[i][place] >= TROUBLE]


def _prices(stand, others):
    """Numbers of those of a label's places that do not go with the stand, and their price."""
    left, top, right, bottom = stand.reach.grown(AIR)
    for number, other in enumerate(others):
        x1, y1, x2, y2 = other.reach
        if x1 < right and left < x2 and y1 < bottom and top < y2:
            price = _price(stand, other)
            if price:
                yield number, price


def _price(one, other):
    if one.box.grown(AIR).overlaps(other.box):
        return OVERLAP
    leader, others = one.leader, other.leader
    if (leader and leader.crosses(other.box.grown(AIR))) or (others and others.crosses(one.box.grown(AIR))):
        return OVERLAP
    return CROSSED_LEADERS if leader and others and leader.meets(others) else 0.0


def _kept(choices, taken, ranks):
    """The stands, without those that would overlap one of better rank and find no other place."""
    kept = [None] * len(choices)
    for i in sorted(range(len(choices)), key=lambda i: (ranks[i], i)):
        wanted = [choices[i][taken[i]]] if taken[i] is not None else []
        for stand in [*wanted, *choices[i]]:
            others = [other for other in kept if other]
            if all(price < OVERLAP for _, price in _prices(stand, others)):
                kept[i] = stand
                break
    return kept
