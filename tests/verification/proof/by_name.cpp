// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors

// connect_by_name on random answers, attempts, values and stops, each compared with the model. A
// difference is made small before it is printed. RC_PARAMS="seed=1 max_success=1000" changes the
// run, an argument N does 1/N of it.

#include "eyeballs/connect_by_name.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "by_name_model.hpp"
#include "eyeballs/core/shield.hpp"
#include "eyeballs/testing/virtual_time.hpp"

namespace proof::by_name {
namespace {

using namespace eyeballs;
constexpr nanoseconds late = std::chrono::seconds(10);  // when all that can end has ended

// The scenario as the library sees it.

class connection {
 public:
  connection(address to, int& open) : to_(to), open_(&open) { ++open; }

  connection(connection&& other) noexcept
      : to_(other.to_), open_(std::exchange(other.open_, nullptr)) {}

  ~connection() {
    if (open_) --*open_;
  }

  const address& to() const { return to_; }

 private:
  address to_;
  int* open_;
};

struct names final : resolver<address> {
  explicit names(const scenario& of) : s(of) {}

  task<std::vector<address>> resolve(std::string, std::string, address_family f) override {
    const query& q = f == address_family::v6 ? s.aaaa : s.a;
    if (q.end == way::hangs) co_await never();
    co_await sleep(q.after);
    if (q.end == way::fails) co_return fail(std::errc::io_error);
    co_return q.addresses;
  }

  const scenario& s;
};

struct network {
  task<connection> attempt(const address& to, std::size_t index) {
    const environment here = co_await current_environment();
    RC_ASSERT(index == seen.starts.size());
    seen.starts.emplace_back(here.where->now().time_since_epoch(), to);
    const target t = s.targets.at(to);
    if (t.end == way::hangs) co_await never();
    if (t.ignores_stop) co_await shield(sleep(t.after));
    else co_await sleep(t.after);
    if (t.end == way::fails) co_return fail(std::errc::connection_refused);
    co_return connection(to, open);
  }

  void close(connection&& c) noexcept {
    const connection closed(std::move(c));
    ++seen.closed;
  }

  address_family family_of(const address& a) const {
    return a.v6 ? address_family::v6 : address_family::v4;
  }

  std::vector<address> sort(std::vector<address> all) const {
    std::sort(all.begin(), all.end(), [&](const address& x, const address& y) {
      return s.targets.at(x).rank < s.targets.at(y).rank;
    });
    return all;
  }

  std::optional<duration> delay_of(const address& a) const { return s.targets.at(a).own_delay; }

  const scenario& s;
  trace seen{};
  int open = 0;
};

trace play(const scenario& s) {
  names dns(s);
  network net{s};
  {
    virtual_time time;
    auto& root = time.start(connect_by_name(dns, net, "host.test", "1", s.values));
    root.stop_at(s.stop_at);
    while (!root.ended() && time.step()) {}
    RC_ASSERT(root.ended());
    RC_ASSERT(time.pending().waits == 0U);
    const auto& end = root.end();
    net.seen.at = time.elapsed();
    net.seen.end = end ? trace::connected : end.stopped() ? trace::stopped : trace::failed;
    if (end) net.seen.peer = end->to();
    if (end.has_error()) net.seen.causes = end.error().causes().size();
  }
  RC_ASSERT(net.open == 0);
  return std::move(net.seen);
}

// Scenarios.

/// Of one random number.
class maker {
 public:
  explicit maker(std::uint64_t seed) : random_(seed) {}

  scenario make() {
    scenario s;
    rare_success_ = 2U << below(5);
    s.aaaa = answer(s, true);
    s.a = answer(s, false);
    if (one_in(6) && !s.aaaa.addresses.empty()) s.a.addresses.push_back(s.aaaa.addresses[0]);
    std::vector<int> ranks;
    for (std::size_t i = 0; i < s.targets.size(); ++i) ranks.push_back(int(i));
    std::shuffle(ranks.begin(), ranks.end(), random_);
    for (auto& [a, t] : s.targets) t.rank = ranks.back(), ranks.pop_back();

    configurable_values& v = s.values;
    v.resolution_delay = one_in(8) ? duration::max() : one_in(5) ? duration::zero() : below_ms(100);
    v.first_family_count = below(4);
    v.attempt_delay = one_in(8) ? duration::max() : below_ms(300);
    v.failure_delay = one_in(2) ? duration::zero() : one_in(8) ? duration::max() : below_ms(200);
    if (one_in(3)) v.max_attempts_in_flight = below(4);
    v.ask_v6 = !one_in(6);
    v.ask_v4 = !one_in(6);
    if (one_in(3)) v.preferred_family = address_family::v4;
    if (one_in(3)) v.minimum_attempt_delay = below_ms(200);
    if (one_in(3)) v.maximum_attempt_delay = below_ms(600);
    s.stop_at = one_in(3) ? below_ms(1500) : late;
    return s;
  }

 private:
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }

  bool one_in(unsigned n) { return below(n) == 0; }

  /// In nanoseconds: no two are the same.
  nanoseconds below_ms(unsigned ms) { return nanoseconds(1 + below(ms * 1'000'000)); }

  query answer(scenario& s, bool v6) {
    query q;
    q.end = one_in(8) ? way::fails : one_in(8) ? way::hangs : way::succeeds;
    q.after = below_ms(one_in(3) ? 500 : 50);
    for (unsigned n = below(6); n > 0; --n) {
      const address one{int(s.targets.size()), one_in(20) ? !v6 : v6};  // as NAT64 has it
      q.addresses.push_back(one);
      if (one_in(8)) q.addresses.push_back(one);
      const way end = one_in(rare_success_) ? way::succeeds : one_in(3) ? way::hangs : way::fails;
      target t{0, end, below_ms(one_in(6) ? 1 : 400), std::nullopt, one_in(3)};
      if (one_in(3)) t.own_delay = below_ms(900);
      s.targets.emplace(one, t);
    }
    return q;
  }

  std::mt19937_64 random_;
  unsigned rare_success_ = 1;
};

/// What is smaller than `s`: without an address, or with a value as it usually is.
std::vector<scenario> simpler(const scenario& s) {
  std::vector<scenario> all;
  const auto with = [&](auto change) { change(all.emplace_back(s)); };
  for (const auto& [one, t] : s.targets) {
    with([a = one](scenario& x) {
      std::erase(x.aaaa.addresses, a);
      std::erase(x.a.addresses, a);
      x.targets.erase(a);
    });
    if (t.own_delay) with([a = one](scenario& x) { x.targets.at(a).own_delay.reset(); });
    if (t.ignores_stop) with([a = one](scenario& x) { x.targets.at(a).ignores_stop = false; });
  }
  if (s.stop_at != late) with([](scenario& x) { x.stop_at = late; });
  const configurable_values usual;
  const auto reset = [&](auto member) {
    if (s.values.*member != usual.*member)
      with([&](scenario& x) { x.values.*member = usual.*member; });
  };
  reset(&configurable_values::resolution_delay);
  reset(&configurable_values::first_family_count);
  reset(&configurable_values::attempt_delay);
  reset(&configurable_values::failure_delay);
  reset(&configurable_values::max_attempts_in_flight);
  reset(&configurable_values::preferred_family);
  return all;
}

rc::Gen<scenario> scenarios() {
  return [](const rc::Random& random, int) {
    return rc::shrinkable::shrinkRecur(
        maker(rc::Random(random).next()).make(),
        [](const scenario& of) { return rc::seq::fromContainer(simpler(of)); });
  };
}

// As text.

std::string text(nanoseconds t) {
  return t == forever ? "never" : std::to_string(double(t.count()) / 1e6);
}

std::string text(const address& a) { return (a.v6 ? "v6-" : "v4-") + std::to_string(a.number); }

std::string text(way w) {
  return w == way::succeeds ? "succeeds" : w == way::fails ? "fails" : "hangs";
}

std::string text(const query& q) {
  std::string all = text(q.end) + " after " + text(q.after) + ":";
  for (const address& a : q.addresses) all += ' ' + text(a);
  return all;
}

void show(const char* whose, const trace& t, std::ostream& out) {
  out << whose;
  for (const auto& [at, to] : t.starts) out << "; " << text(to) << " starts " << text(at);
  const char* ends[] = {"connected", "failed", "stopped"};
  out << "; " << ends[t.end] << ' ' << (t.peer ? text(*t.peer) : "") << " at " << text(t.at)
      << ", causes " << t.causes << ", closed " << t.closed << '\n';
}

}  // namespace

void showValue(const scenario& s, std::ostream& out) {
  out << "\nAAAA " << text(s.aaaa) << "\nA " << text(s.a) << '\n';
  for (const auto& [a, t] : s.targets)
    out << text(a) << " rank " << t.rank << ' ' << text(t.end) << " after " << text(t.after)
        << (t.own_delay ? ", own delay " + text(*t.own_delay) : "")
        << (t.ignores_stop ? ", ignores a stop" : "") << '\n';
  const configurable_values& v = s.values;
  out << "stop " << text(s.stop_at) << ", resolution delay " << text(v.resolution_delay)
      << ", first family " << v.first_family_count << ", delay " << text(v.attempt_delay) << " ("
      << text(v.minimum_attempt_delay) << " to " << text(v.maximum_attempt_delay) << "), failure "
      << text(v.failure_delay) << ", cap " << v.max_attempts_in_flight << ", asks " << v.ask_v6
      << v.ask_v4 << ", prefers " << (v.preferred_family == address_family::v6 ? 6 : 4) << '\n';
}

}  // namespace proof::by_name

int main(int argc, char* argv[]) {
  using namespace proof::by_name;
  const int part = argc > 1 ? std::max(1, std::atoi(argv[1])) : 1;
  const char* given = std::getenv("RC_PARAMS");
  const std::string parameters =
      "seed=8305 max_success=" + std::to_string(1'000'000 / part) + " " + (given ? given : "");
  setenv("RC_PARAMS", parameters.c_str(), 1);
  std::cout << "RC_PARAMS=\"" << parameters << "\"" << std::endl;

  std::size_t played = 0, started = 0, ends[3] = {};
  const bool good = rc::check("connect_by_name does what the model says", [&] {
    const scenario s = *scenarios();
    const trace expected = model(s).run(), seen = play(s);
    ++played;
    started += expected.starts.size();
    ++ends[expected.end];
    if (expected == seen) return;
    std::ostringstream both;
    show("\nexpected", expected, both);
    show("seen    ", seen, both);
    RC_FAIL(both.str());
  });
  std::cout << played << " schedules, " << started << " attempts started; " << ends[0]
            << " connected, " << ends[1] << " failed, " << ends[2] << " stopped" << std::endl;
  return good ? 0 : 1;
}
