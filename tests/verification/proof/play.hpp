// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_PROOF_PLAY_HPP
#define EYEBALLS_TESTS_PROOF_PLAY_HPP

// Plays a schedule with the real `happy_eyeballs`, in virtual time.

#include <array>
#include <cassert>
#include <deque>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "eyeballs/eyeballs.hpp"
#include "schedule.hpp"

namespace proof {

using eyeballs::duration;
using eyeballs::outcome;
using eyeballs::task;

inline duration time_of(ticks t) {
  return t == never ? duration::max() : duration(std::chrono::milliseconds(t));
}

/// Counts the frames that live. Keeps those that are over for the next run, but where a sanitizer
/// watches the heap.
class frame_pool final : public eyeballs::detail::frame_resource {
 public:
  // Whether a sanitizer watches the heap.
#if defined(__SANITIZE_ADDRESS__)
  static constexpr bool watched = true;
#elif defined(__has_feature)
  static constexpr bool watched = __has_feature(address_sanitizer);
#else
  static constexpr bool watched = false;
#endif

  frame_pool() = default;
  frame_pool(const frame_pool&) = delete;

  ~frame_pool() {
    for (block* list : free_)
      while (list) ::operator delete(std::exchange(list, list->next));
  }

  std::size_t live() const { return live_; }

  void* allocate(std::size_t bytes) override {
    ++live_;
    const std::size_t size = (bytes + granule - 1) / granule;
    if (!pooled(size)) return ::operator new(size * granule);
    block* b = free_[size];
    if (!b) return ::operator new(size * granule);
    free_[size] = b->next;
    return b;
  }

  void deallocate(void* frame, std::size_t bytes) noexcept override {
    --live_;
    const std::size_t size = (bytes + granule - 1) / granule;
    if (pooled(size)) free_[size] = ::new (frame) block{free_[size]};
    else ::operator delete(frame);
  }

 private:
  static constexpr std::size_t granule = 64, sizes = 32;

  static bool pooled(std::size_t size) { return !watched && size < sizes; }

  struct block {
    block* next;
  };

  std::array<block*, sizes> free_{};
  std::size_t live_ = 0;
};

class player {
 public:
  player() = default;
  player(const player&) = delete;

  /// Plays `s`, and appends what happens to `t`.
  void play(const schedule& s, trace& t) {
    script_ = &s;
    trace_ = &t;
    now_ = {};
    turn_ = open_ = 0;
    stop_armed_ = s.stop_at == never;
    silent_ = false;
    stop_within_.emplace();
    came_to_end_.clear();
    for (int k = 0; k < s.size(); ++k) came_to_end_.emplace_back();
    {
      eyeballs::dataflow_variable<> gate;
      eyeballs::virtual_time time(&frames_);
      now_ = &time;
      root_ = &time.start(whole(*this, gate));
      if (s.stop_place == first_of_all) {
        arm_stop();
        if (s.stop_at == 0) step(time);
      }
      gate.set();
      time.step();
      while (!root_->ended()) {
        const auto next = time.pending().next;
        if (!stop_armed_ && (!next || *next > time_of(s.stop_at))) arm_stop();
        if (!step(time)) break;
      }
      if (!root_->ended()) note(what::hangs, nobody);
      silent_ = !root_->ended();  // what follows is the end of the virtual time
      if (root_->ended()) {
        if (time.pending().waits) note(what::left, 0);
        if (time.pending().timers) note(what::left, 1);
        if (frames_.live()) note(what::left, 2);
        while (step(time)) {}
      }
    }
    silent_ = false;
    if (frames_.live()) note(what::left, 2);
    if (open_) note(what::left, 3);
    root_ = nullptr;
    now_ = nullptr;
  }

 private:
  /// Open until it is closed, or delivered and taken.
  class connection {
   public:
    connection(player& p, int who) noexcept : player_(&p), who_(who) { ++p.open_; }

    connection(connection&& other) noexcept
        : player_(std::exchange(other.player_, nullptr)), who_(other.who_) {}

    ~connection() {
      player* const p = player_;
      if (p) p->note(what::dropped, take());
    }

    int take() noexcept {
      if (player_) --std::exchange(player_, nullptr)->open_;
      return who_;
    }

   private:
    player* player_;
    int who_;
  };

  struct close {
    player* p;

    void operator()(connection&& c) const noexcept { p->note(what::closed, c.take()); }
  };

  const connector& script(int k) const { return script_->connectors[static_cast<std::size_t>(k)]; }

  void note(what happens, int who) {
    if (silent_) return;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(now_->elapsed());
    trace_->push_back({static_cast<ticks>(now.count()), turn_, happens, who});
  }

  bool step(eyeballs::virtual_time& time) {
    ++turn_;
    if (time.step()) return true;
    --turn_;
    return false;
  }

  void arm_stop() {
    stop_armed_ = true;
    root_->stop_at(time_of(script_->stop_at));
  }

  void arming(alarm a, int who, ticks after) {
    if (!stop_armed_ && after != never && place_of(a, who) == script_->stop_place) arm_stop();
  }

  static std::error_code code_of(int who) noexcept { return {who + 1, std::generic_category()}; }

  // A connector.

  class end_noted {
   public:
    end_noted(player& p, int who) noexcept : player_(p), who_(who) {}

    end_noted(const end_noted&) = delete;

    ~end_noted() { player_.note(how, who_); }

    what how = what::stopped;

   private:
    player& player_;
    int who_;
  };

  /// Until its own time comes.
  static task<> until_the_end(player& p, int who) {
    const connector& c = p.script(who);
    if (c.with_older) {
      const int leader = leader_of(*p.script_, who);
      if (leader < 0) {
        co_await eyeballs::never();
      } else {
        auto& older = p.came_to_end_[static_cast<std::size_t>(leader)];
        if (!older.has_value()) co_await older;
      }
      co_return;
    } else if (c.after != at_once) {
      const bool late = c.armed_late && c.after > 0 && c.after != never;
      p.arming(alarm::end, who, c.after);
      co_await eyeballs::sleep(time_of(late ? c.after - 1 : c.after));
      if (late) {
        p.arming(alarm::late_end, who, 1);
        co_await eyeballs::sleep(time_of(1));
      }
    }
    p.came_to_end_[static_cast<std::size_t>(who)].set();
    if (p.script_->stop_with == who) p.stop_within_->request_stop();
  }

  static task<connection> connect(player& p, int who) {
    const connector& c = p.script(who);
    end_noted end(p, who);
    way how = c.end;
    if (c.when_stopped == answer::obeys) {
      co_await until_the_end(p, who);
    } else if (c.when_stopped == answer::ignores) {
      co_await eyeballs::shield(until_the_end(p, who));
    } else {
      auto came = co_await eyeballs::as_outcome(until_the_end(p, who));
      if (came.stopped()) {
        how = c.when_stopped == answer::succeeds ? way::succeeds
              : c.when_stopped == answer::fails  ? way::fails
                                                 : way::stops;
        if (c.answer_takes != at_once) {
          p.arming(alarm::answered, who, c.answer_takes);
          co_await eyeballs::shield(eyeballs::sleep(time_of(c.answer_takes)));
        }
      }
    }
    if (how == way::stops) co_await eyeballs::stopped;
    end.how = how == way::succeeds ? what::succeeds : what::fails;
    if (how == way::throws) throw std::system_error(code_of(who));
    if (how == way::fails) co_return eyeballs::fail(code_of(who));
    co_return connection(p, who);
  }

  static task<connection> deeper(task<connection> t, int levels) {
    if (levels == 0) co_return co_await std::move(t);
    co_return co_await deeper(std::move(t), levels - 1);
  }

  struct connectable {
    task<connection> operator()() const {
      p->note(what::starts, who);
      if (p->script(who).throws_on_start) {
        p->note(what::fails, who);
        throw std::system_error(code_of(who));
      }
      return p->script(who).deep ? deeper(connect(*p, who), 5) : connect(*p, who);
    }

    player* p;
    int who;
  };

  connectable pulled(int who) {
    const bool fails = script(who).pull_fails;
    note(what::pulled, fails ? nobody : who);
    if (fails) throw std::system_error(code_of(nobody));
    return {this, who};
  }

  // The connectors, as a lazy range, and as a source that may wait.

  class range {
   public:
    explicit range(player& p) : player_(&p) {}

    class iterator {
     public:
      explicit iterator(player* p) : player_(p) {}

      connectable operator*() const { return player_->pulled(who_); }

      iterator& operator++() { return ++who_, *this; }

      bool operator==(std::nullptr_t) const { return who_ >= player_->script_->size(); }

     private:
      player* player_;
      int who_ = 0;
    };

    iterator begin() const { return iterator(player_); }

    std::nullptr_t end() const { return nullptr; }

   private:
    player* player_;
  };

  class source {
   public:
    explicit source(player& p) : player_(&p) {}

    task<std::optional<connectable>> next() { return next_of(*player_, who_++); }

   private:
    static task<std::optional<connectable>> next_of(player& p, int who) {
      if (who == p.script_->size()) co_return std::nullopt;
      const connector& c = p.script(who);
      if (c.pulled_by_older) {
        const int leader = leader_of(*p.script_, who);
        if (leader < 0) co_await eyeballs::never();
        co_await p.came_to_end_[static_cast<std::size_t>(leader)];
      } else if (c.pulled_in != at_once) {
        p.arming(alarm::pulled, who, c.pulled_in);
        co_await eyeballs::sleep(time_of(c.pulled_in));
      }
      co_return p.pulled(who);
    }

    player* player_;
    int who_ = 0;
  };

  /// The delay, as a stagger that tells when it is armed.
  class stagger {
   public:
    explicit stagger(player& p) : player_(&p) {}

    task<> wait(std::size_t k) { return wait_for(*player_, static_cast<int>(k)); }

   private:
    static task<> wait_for(player& p, int who) {
      p.arming(alarm::stagger, who, p.script_->delay);
      co_await eyeballs::sleep(time_of(p.script_->delay));
    }

    player* player_;
  };

  // The whole.

  bool plain() const {
    if (script_->stop_place >= 0 &&
        script_->stop_place % alarms == static_cast<int>(alarm::stagger))
      return false;
    for (const connector& c : script_->connectors)
      if (c.pulled_in != at_once || c.pulled_by_older) return false;
    return true;
  }

  /// Is stopped by a stop that may be asked for in the middle of a turn.
  class stoppable {
   public:
    using value_type = connection;

    stoppable(task<connection> t, eyeballs::stop_source& s) : task_(std::move(t)), stop_(&s) {}

    eyeballs::start_result start(eyeballs::environment here, eyeballs::detail::work_item& waiter) {
      return task_.start({stop_->token(), here.where}, waiter);
    }

    bool stopped() const noexcept { return task_.stopped(); }

    eyeballs::result<connection> take() { return task_.take(); }

   private:
    task<connection> task_;
    eyeballs::stop_source* stop_;
  };

  static task<connection> stopped_within(player& p, task<connection> t) {
    stoppable all(std::move(t), *p.stop_within_);
    co_return co_await std::move(all);
  }

  static task<> whole(player& p, eyeballs::dataflow_variable<>& gate) {
    co_await eyeballs::shield(gate);
    task<connection> all =
        p.plain() ? eyeballs::happy_eyeballs(time_of(p.script_->delay), close{&p}, range(p))
                  : eyeballs::happy_eyeballs(stagger(p), close{&p}, source(p));
    if (p.script_->stop_with != nobody) {
      auto within = stopped_within(p, std::move(all));
      all = std::move(within);
    }
    outcome<connection> end = co_await eyeballs::as_outcome(std::move(all));
    if (end.has_value()) {
      p.note(what::ends_with, end->take());
    } else if (end.stopped()) {
      p.note(what::ends_stopped, nobody);
    } else {
      const eyeballs::error& why = end.error();
      p.note(what::ends_failed, p.who_is(why));
      for (const eyeballs::error& cause : why.causes()) p.note(what::cause, p.who_is(cause));
    }
  }

  int who_is(const eyeballs::error& e) const {
    return e.code() == eyeballs::errc::no_endpoints ? nobody : e.code().value() - 1;
  }

  frame_pool frames_;
  const schedule* script_ = nullptr;
  trace* trace_ = nullptr;
  const eyeballs::virtual_time* now_ = nullptr;
  eyeballs::virtual_run<void>* root_ = nullptr;
  std::deque<eyeballs::dataflow_variable<>> came_to_end_;
  std::optional<eyeballs::stop_source> stop_within_;
  int turn_ = 0, open_ = 0;
  bool stop_armed_ = false, silent_ = false;
};

}  // namespace proof

#endif
