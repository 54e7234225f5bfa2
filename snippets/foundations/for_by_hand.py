# /// script
# requires-python = ">=3.8"
# ///
rooms = ["hall", "library"]

for room in rooms:
    print("for:    ", room)

walk = iter(rooms)  # calls rooms.__iter__()
while True:
    try:
        room = next(walk)  # calls walk.__next__()
    except StopIteration:
        break
    print("by hand:", room)

print("the list's iterator is a", type(walk).__name__)
print("iter() of an iterator is itself:", iter(walk) is walk)
print("once finished, always finished:", next(walk, "no more rooms"))
