#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: the eyeballs authors
"""Breaks what the interleavings prove, in one way after the other, in a copy of the headers: an order
of memory is weakened, two steps change places, a second look is left out. A proof must fail each time.

    broken.py
    broken.py --check    whether each can still be broken so; in a second

By hand, not in CI: it takes a quarter of an hour.
"""

import argparse
import collections
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
RUNTIME = pathlib.Path("eyeballs") / "asio" / "runtime"

Breakage = collections.namedtuple("Breakage", "proof how header text instead")
broken = []


def breaks(proof, how, header, text, instead):
    broken.append(Breakage(proof, how, header, text, instead))


EXCHANGE = "next(word), std::memory_order_acq_rel,"
LEASE = "    const context_lease lease(leases_);\n    if (gate_.push(event)"

breaks("gates", "to push does not release the event", "gate.hpp",
       EXCHANGE, EXCHANGE.replace("acq_rel", "acquire"))
breaks("gates", "to enter does not acquire what was done inside", "gate.hpp",
       EXCHANGE, EXCHANGE.replace("acq_rel", "release"))
breaks("gates", "to take does not acquire the events", "gate.hpp",
       "oldest_first(word_.exchange(occupied, std::memory_order_acq_rel))",
       "oldest_first(word_.exchange(occupied, std::memory_order_release))")
breaks("gates", "to leave does not release what was done inside", "gate.hpp",
       "compare_exchange_strong(word, free, std::memory_order_release,",
       "compare_exchange_strong(word, free, std::memory_order_relaxed,")
breaks("gates", "who leaves does not look for events", "gate.hpp",
       "    std::uintptr_t word = occupied;\n", "    std::uintptr_t word = word_.load();\n")
breaks("gates", "a closed gate is opened", "gate.hpp",
       "      if (word == closed) return passage::closed;\n", "")
breaks("gates", "to close does not acquire the events", "gate.hpp",
       "word_.exchange(closed, std::memory_order_acq_rel)",
       "word_.exchange(closed, std::memory_order_release)")

breaks("waits", "the strand may die within a push", "asio_wait.hpp",
       "    strand_ptr(strand)->push(*this);", "    strand->push(*this);")
breaks("waits", "the wait is used after its event is pushed", "asio_wait.hpp",
       "    strand_ptr(strand)->push(*this);\n",
       "    strand_ptr(strand)->push(*this);\n    state_.store(state::completed);\n")
breaks("waits", "a handler's thread is the task's", "asio_wait.hpp",
       "if (strand->is_inside()) return", "return")
breaks("waits", "a handler that is dropped says nothing", "asio_wait.hpp",
       "      if (wait_) wait_->complete();\n", "")
breaks("waits", "the initiation counts its handler too late", "asio_wait.hpp",
       "explicit handler(asio_wait& w) noexcept : wait_(&w) { w.scheduler_->operation_begins(); }",
       "explicit handler(asio_wait& w) noexcept : wait_(&w) {}")
breaks("waits", "an initiation that throws ends its wait at once", "asio_wait.hpp",
       "    if (stop_came_) cancel();\n    return start_result::pending;",
       "    if (stop_came_) cancel();\n    if (thrown_) this->deregister();\n"
       "    return thrown_ ? start_result::ended : start_result::pending;")
breaks("waits", "a stop does not cancel", "asio_wait.hpp",
       "== state::waiting) derived().abort();", "== state::unstarted) derived().abort();")
breaks("waits", "who pushes holds no lease", "tree_strand.hpp",
       LEASE, LEASE.replace("    const", "    context_leases none;\n    const")
       .replace("(leases_)", "(none)"))
breaks("waits", "a lease is given back too early", "tree_strand.hpp",
       "    if (gate_.push(event) == passage::entered) wake(lease);",
       "    const bool entered = gate_.push(event) == passage::entered;\n"
       "    const_cast<context_lease&>(lease).give_back();\n    if (entered) wake(lease);")
breaks("waits", "a lease that is given back releases nothing", "context_lease.hpp",
       "fetch_sub(one, std::memory_order_release)", "fetch_sub(one, std::memory_order_relaxed)")
breaks("waits", "the context's death acquires nothing of those who had leases", "context_lease.hpp",
       "while (word_.load(std::memory_order_acquire) != dead)",
       "while (word_.load(std::memory_order_relaxed) != dead)")
breaks("waits", "the context's death waits for nobody", "context_lease.hpp",
       "    while (word_.load(std::memory_order_acquire) != dead) std::this_thread::yield();\n", "")
breaks("waits", "a lease of the dead is kept", "context_lease.hpp",
       "    give_back();\n    return false;", "    return false;")
breaks("waits", "nobody tells a tree that its context dies", "tree_strand.hpp",
       "    if (gate_.enter() == passage::entered) abandon();\n", "")
breaks("waits", "the last owner does not know what the others did", "tree_strand.hpp",
       "fetch_sub(1, std::memory_order_acq_rel) == 1", "fetch_sub(1, std::memory_order_release) == 1")
breaks("waits", "a refused stop takes its event along", "tree_strand.hpp",
       "    gate_.leave_events();\n    std::rethrow_exception(h.thrown);",
       "    gate_.take();\n    gate_.leave();\n    std::rethrow_exception(h.thrown);")
breaks("waits", "a tree does not wait for other contexts' handlers", "tree.hpp",
       "      if (operations() == 0) return unwind();\n    } while (strand()->leave()",
       "      if (true) return unwind();\n    } while (strand()->leave()")
breaks("waits", "a tree leaves without a second look", "tree.hpp",
       "      if (operations() == 0) return unwind();\n"
       "    } while (strand()->leave() == leaving::still_in);",
       "      if (operations() == 0) return unwind();\n"
       "    } while (strand()->leave() == leaving::still_in && false);")

breaks("calls", "two may claim a call", "remote_call.hpp",
       "claimed_.exchange(true) ?", "(claimed_.load() || claimed_.exchange(true), false) ?")
breaks("calls", "the task may claim a call that runs", "remote_call.hpp",
       "    return claimed_.exchange(true) ? claim_result::too_late : claim_result::granted;\n",
       "    if (claimed_.load()) return claim_result::too_late;\n    claimed_.store(true);\n"
       "    return claim_result::granted;\n")
breaks("calls", "a result is told of where nobody waits any more", "mailbox.hpp",
       "      if (state_ != state::open) return false;\n", "")
breaks("calls", "a task that does not wait closes nothing", "mailbox.hpp",
       "    if (state_ == state::open) state_ = state::closed;\n", "")
breaks("calls", "an event that is on its way is not waited for", "mailbox_wait.hpp",
       "    if (!has_arrived && !std::exchange(is_counted_, true)) scheduler_->operation_begins();\n", "")
breaks("calls", "a worker holds no lease", "mailbox.hpp",
       "    if (!lease) return put_result::over;\n", "")
breaks("calls", "a worker does not try again", "mailbox.hpp",
       "woken_ == wake_result::refused ? put_result::no_memory : put_result::over",
       "false ? put_result::no_memory : put_result::over")
breaks("calls", "a call that is dropped says nothing", "remote_call.hpp",
       "if (call_ && call_->claim() == claim_result::granted) call_->drop();", "")

# --------------------------------------------------------------------------------------------------

FLAGS = ["-std=c++20", "-DASIO_STANDALONE", "-DASIO_NO_DEPRECATED", "-DASIO_DISABLE_STD_ALIGNED_ALLOC",
         "-w", f"-I{ROOT / 'tests'}"]
WRAPPED = ["pthread_mutex_lock", "pthread_mutex_unlock", "sched_yield", "nanosleep"]


def text_of(b):
    text = (ROOT / "include" / RUNTIME / b.header).read_text()
    if text.count(b.text) != 1:
        sys.exit(f"{b.how}: {b.header} does not have this once:\n{b.text}")
    return text.replace(b.text, b.instead)


def compile_own(cxx, directory):
    objects = []
    for name in ["explorer", "threads", "events", "instrumentation"]:
        objects.append(str(directory / f"{name}.o"))
        subprocess.run([*cxx, *FLAGS, f"-I{ROOT / 'include'}", "-O2", "-c", str(HERE / f"{name}.cpp"),
                        "-o", objects[-1]], check=True)
    return objects


def fault_of(cxx, own, directory, b):
    """What the proof says; None, if nothing. Without a breakage its name stands for it."""
    place = pathlib.Path(tempfile.mkdtemp(dir=directory))
    shutil.copytree(ROOT / "include", place / "include")
    if b.header:
        (place / "include" / RUNTIME / b.header).write_text(text_of(b))
    program = place / "proof"
    subprocess.run([*cxx, *FLAGS, f"-I{place / 'include'}", "-O1", "-D__SANITIZE_ADDRESS__=1",
                    "-fsanitize=thread", "-c", str(HERE / f"{b.proof}.cpp"), "-o", f"{program}.o"],
                   check=True)
    subprocess.run([*cxx, f"{program}.o", *own, "-pthread", "-o", str(program),
                    *[f"-Wl,--wrap={name}" for name in WRAPPED]], check=True)
    ran = subprocess.run([str(program)], capture_output=True, text=True, timeout=600, check=False)
    shutil.rmtree(place)
    if ran.returncode == 0:
        return None
    said = [line for line in ran.stdout.splitlines() if line.startswith("FAILED: ")]
    return said[0].removeprefix("FAILED: ") if said else f"it ends by {-ran.returncode}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="only whether each breakage applies")
    parser.add_argument("--cxx", default="g++")
    parser.add_argument("--only", default="", metavar="WORDS", help="those whose words have these")
    parser.add_argument("-j", type=int, default=1, metavar="N", help="as many at a time")
    arguments = parser.parse_args()
    for b in broken:
        text_of(b)
    if arguments.check:
        print(f"{len(broken)} breakages apply")
        return 0

    cxx = arguments.cxx.split()
    with tempfile.TemporaryDirectory() as name:
        directory = pathlib.Path(name)
        own = compile_own(cxx, directory)

        def try_one(b):
            fault = fault_of(cxx, own, directory, b)
            print(f"{b.proof}: {b.how}: {fault or 'NOBODY NOTICES'}", flush=True)
            return fault

        chosen = [b for b in broken if arguments.only in b.how]
        with concurrent.futures.ThreadPoolExecutor(arguments.j) as pool:
            faults = list(pool.map(try_one, chosen))
    print(f"{len(chosen)} breakages, {sum(1 for f in faults if f)} noticed")
    return 0 if all(faults) else 1


if __name__ == "__main__":
    sys.exit(main())
