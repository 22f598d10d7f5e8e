// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// The core and the algorithm in virtual time, with each of their allocations failing in turn.

#include <chrono>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "eyeballs/eyeballs.hpp"
#include "injector.hpp"

using namespace eyeballs;
using namespace std::chrono_literals;

namespace {

/// Connections that are open, and how often `close` was called.
struct network {
  int open = 0, closed = 0;
};

class connection {
 public:
  explicit connection(network& n) : net_(&n) { ++n.open; }

  connection(connection&& other) noexcept : net_(std::exchange(other.net_, nullptr)) {}

  ~connection() {
    if (net_) --net_->open;
  }

 private:
  network* net_;
};

class closes {
 public:
  explicit closes(network& n) : net_(&n) {}

  void operator()(connection&& c) const noexcept {
    ++net_->closed;
    const connection gone(std::move(c));
  }

 private:
  network* net_;
};

task<connection> works(network& net, duration after) {
  co_await sleep(after);
  co_return connection(net);
}

task<connection> works_though_stopped(network& net, duration after) {
  co_await shield(sleep(after));
  co_return connection(net);
}

task<connection> refuses(network&, duration after) {
  co_await sleep(after);
  co_return fail(std::errc::connection_refused, "the one that refuses: a text of some length");
}

task<connection> throws_at_once(network&) {
  throw std::runtime_error("the one that throws");
  co_return fail(std::errc::connection_refused);
}

using connectors = std::vector<task<connection>>;

/// A range that throws in its middle.
class breaks {
 public:
  explicit breaks(network& n) : net_(&n) {}

  struct sentinel {};

  class iterator {
   public:
    explicit iterator(network& n) : net_(&n) {}

    task<connection> operator*() const { return refuses(*net_, 1ms); }

    iterator& operator++() {
      if (++at_ == 2) throw std::runtime_error("the range breaks");
      return *this;
    }

    bool operator==(sentinel) const { return false; }

   private:
    network* net_;
    int at_ = 0;
  };

  iterator begin() const { return iterator(*net_); }

  sentinel end() const { return {}; }

 private:
  network* net_;
};

/// A source and a stagger that allocate: their waits are tasks.
class source {
 public:
  explicit source(network& n) : net_(&n) {}

  task<std::optional<task<connection>>> next() {
    co_await sleep(1ms);
    if (++given_ == 4) co_return std::nullopt;
    co_return given_ == 3 ? works(*net_, 300ms) : refuses(*net_, 300ms);
  }

 private:
  network* net_;
  int given_ = 0;
};

class stagger_of_tasks {
 public:
  task<> wait(std::size_t k) { co_await sleep(10ms * (k + 1)); }
};

/// Runs what `make(network)` returns, in virtual time, and stops it at an instant. Nothing may be
/// open then but what was delivered.
template <class Make>
void in_virtual_time(faults::armed now, Make make, duration stop_at = duration::max()) {
  network net;
  bool ended = false;
  try {
    virtual_time time;
    now();
    auto& root = time.start(make(net));
    if (stop_at != duration::max()) root.stop_at(stop_at);
    time.run();
    ended = root.ended();
    now.expect(ended, "it hangs");
    if (ended && root.end().has_error())
      now.expect(root.end().error().code() != std::error_code(), "an error without a code");
    if (ended && root.end().has_value()) now.expect(net.open <= 1, "a connection too many");
    else now.expect(net.open == 0, "a connection is open");
  } catch (const std::bad_alloc&) {
    now.expect(!ended, "thrown after the end");  // making or starting the task
  }
  now.expect(net.open == 0, "a connection is left open");
}

connectors three(network& net) {
  connectors all;
  all.reserve(3);
  all.push_back(refuses(net, 100ms));
  all.push_back(works_though_stopped(net, 700ms));
  all.push_back(works(net, 300ms));
  return all;
}

connectors failing(network& net) {
  connectors all;
  all.push_back(refuses(net, 100ms));
  all.push_back(throws_at_once(net));
  all.push_back(refuses(net, 0ms));
  return all;
}

task<int> answers(int n) {
  co_await sleep(1ms * n);
  co_return n;
}

task<int> fails_late(int n) {
  co_await sleep(1ms * n);
  co_return fail(std::errc::io_error, "a text that does not fit into a small string");
}

task<> reads(dataflow_variable<int>& v) { co_await v; }

task<> sets(dataflow_variable<int>& v) {
  co_await sleep(3ms);
  v.set(1);
}

/// Each of the core's operations, in one tree.
task<connection> core(network& net) {
  std::vector<task<int>> all;
  for (int i = 0; i < 4; ++i) all.push_back(answers(i));
  auto joined = co_await as_result(join(std::move(all)));
  auto raced = co_await as_result(race(fails_late(1), answers(2), answers(3)));
  auto failed = co_await as_outcome(race(fails_late(1), fails_late(2)));
  dataflow_variable<int> v;
  auto both = co_await as_result(join(reads(v), race(reads(v), never()), sets(v)));
  auto late = co_await as_result(timeout(answers(50), 5ms));
  auto kept = co_await as_outcome(shield(answers(2)));
  if (!joined) co_return fail(joined.error());
  if (!raced) co_return fail(raced.error());
  if (failed.has_value() || late) throw std::logic_error("what fails has succeeded");
  if (!both) co_return fail(both.error());
  if (!kept) co_return fail(kept.error());
  co_return connection(net);
}

void algorithm(bool all_that_follow) {
  const auto exhaust = [&](const char* name, auto make, duration stop_at = duration::max()) {
    faults::exhaust(
        name, [&](faults::armed now) { in_virtual_time(now, make, stop_at); }, all_that_follow);
  };
  const auto list = [](network& n) { return happy_eyeballs(250ms, closes(n), three(n)); };
  std::puts(all_that_follow ? "An allocation fails, and all that follow:" : "An allocation fails:");
  exhaust("one refuses, one is late, one works", list);
  exhaust("the same, stopped at 320 ms", list, 320ms);
  exhaust("the same, stopped between choice and delivery", list, 650ms);
  exhaust("all fail", [](network& n) { return happy_eyeballs(250ms, closes(n), failing(n)); });
  exhaust("one after another",
          [](network& n) { return happy_eyeballs(duration::max(), closes(n), failing(n)); });
  exhaust("a range of callables", [](network& n) {
    auto work = [&n] { return works(n, 20ms); };
    return happy_eyeballs(10ms, closes(n), std::vector<decltype(work)>(2, work));
  });
  exhaust("an iterator throws",
          [](network& n) { return happy_eyeballs(250ms, closes(n), breaks(n)); });
  exhaust("a source and a stagger that are tasks",
          [](network& n) { return happy_eyeballs(stagger_of_tasks(), closes(n), source(n)); });
  exhaust("in a timeout that comes first", [](network& n) -> task<connection> {
    co_return co_await timeout(happy_eyeballs(250ms, closes(n), three(n)), 200ms);
  });
  exhaust("the core's operations", core);
}

}  // namespace

int main() {
  algorithm(false);
  algorithm(true);
  return faults::verdict();
}
