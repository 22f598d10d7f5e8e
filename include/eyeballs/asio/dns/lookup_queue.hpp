// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The lookups of an execution context: which names it asks about, and which of them may be asked
// about now.
//
//   a name's place  event                                        next
//   --------------  -------------------------------------------  ----------
//   none            a question, and there is a place             held
//   none            a question, and all places are held          waited for
//   none            somebody waits again for a call in a thread  held, in any case
//   waited for      another name gives its place back            held
//   waited for      nobody wants any of its calls                none
//   held            nobody wants any of its calls: it is free    none
//
// A call is wanted as long as somebody waits for it. So what was given up takes no place, even if
// it still hangs in its thread.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "most_names.hpp"
#include "shared_lookups.hpp"

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Its address stands for the type, without RTTI. It is no constant: linkers may merge those.
template <class T> inline char type_of_answer = 0;

/// Its functions may be called from any thread. Its calls keep it.
class lookup_queue : public std::enable_shared_from_this<lookup_queue> {
 public:
  explicit lookup_queue(shared_lookups& shared = shared_lookups::of_this_copy()) noexcept
      : shared_(shared) {}

  /// Asks a question, or waits for the answer if it was asked before. `most` names have a place at
  /// a time while this one waits for its own.
  ///
  /// The question is one that comes just after another (RFC 8305, section 3) if that was the newest.
  /// Only the system knows when it sends a query, so such a call begins a millisecond later: the
  /// first call in a process may take as long to load what it needs. On a busy machine one A query
  /// in ten came first without the millisecond, and one in five hundred with it.
  template <class T> void add(const std::shared_ptr<lookup_waiter_for<T>>& waiter,
                              const question<T>& asked, std::size_t most = most_names) {
    most = std::clamp<std::size_t>(most, 1, most_names);
    const std::string key = std::to_string(std::uintptr_t(&type_of_answer<T>)) + ' ' + asked.key;
    const std::string name_key = std::to_string(most) + ' ' + asked.name;
    std::string newest = asked.key;

    const std::scoped_lock lock(shared_.locks.all);
    const bool follows = !asked.follows.empty() && asked.follows == newest_;
    newest_ = std::move(newest);
    lookup_name& name = names_.try_emplace(name_key, name_key, most, lanes_[most]).first->second;
    const auto found = name.calls.find(key);
    if (found != name.calls.end()) join(*found->second, *waiter);
    else begin(new_call(name, key, asked, follows), *waiter);
  }

  /// The waiter does not want the answer any more, if it waits for one. At once.
  void forget(lookup_waiter& waiter) noexcept {
    const std::scoped_lock lock(shared_.locks.all);
    if (waiter.call) drop(waiter);
  }

  /// By a thread: the call has its answer, and can't be joined any more.
  void end(lookup_call& call) noexcept {
    if (!call.name) return;
    lookup_name& name = *std::exchange(call.name, nullptr);
    name.calls.erase(call.key);
    if (call.is_wanted()) call_is_unwanted(call, name);
    erase_if_unused(name);
  }

  /// The context dies: whoever gives a place back, nobody gets it.
  void close() noexcept {
    const std::scoped_lock lock(shared_.locks.all);
    closed_ = true;
  }

  /// In a child of a fork: the context goes on there, and so do its lookups.
  void resume() noexcept {
    const std::scoped_lock lock(shared_.locks.all);
    shared_.network.resume_calls_of(*this);
    shared_.files.resume_calls_of(*this);
    for (auto& [key, name] : names_)
      if (name.has == place::held) shared_.network.begin_calls_of(name);
    start_threads_if_possible();
  }

  /// How many names have a place.
  std::size_t names_asked_about() const {
    const std::scoped_lock lock(shared_.locks.all);
    return places_held_;
  }

 private:
  using place = lookup_name::place;

  template <class T> lookup_call& new_call(lookup_name& name, const std::string& key,
                                           const question<T>& asked, bool follows) {
    try {
      auto call = std::make_shared<lookup_call_for<T>>(shared_from_this(), name, key, asked);
      call->follows = follows;
      return *name.calls.emplace(key, std::move(call)).first->second;
    } catch (...) {
      erase_if_unused(name);
      throw;
    }
  }

  /// Waits for a call that was asked for before. If nobody else does, a thread has it already.
  void join(lookup_call& call, lookup_waiter& waiter) noexcept {
    const bool was_wanted = call.is_wanted();
    call.add(waiter);
    if (was_wanted || call.takes == patience::files) return;
    ++call.name->wanted;
    if (call.name->has == place::none) hold_place(*call.name);
  }

  /// Waits for a new call.
  void begin(lookup_call& call, lookup_waiter& waiter) {
    call.add(waiter);
    if (call.takes == patience::files) {
      shared_.files.make_ready(call);
    } else {
      call.join_as_last(call.name->waiting);
      ++call.name->wanted;
      find_place(*call.name);
    }
    try {
      shared_.threads_for(call.takes).start_threads();
    } catch (...) {
      drop(waiter);
      throw;
    }
  }

  void drop(lookup_waiter& waiter) noexcept {
    const std::shared_ptr<lookup_call> call = std::move(waiter.call);
    waiter.leave();
    if (call->is_wanted() || !call->name) return;
    lookup_name& name = *call->name;
    if (call->now != lookup_call::phase::begun) withdraw(*call, name);
    call_is_unwanted(*call, name);
    erase_if_unused(name);
  }

  /// No thread has begun the call, and none will.
  void withdraw(lookup_call& call, lookup_name& name) noexcept {
    shared_.threads_for(call.takes).withdraw(call);
    name.calls.erase(call.key);
    if (name.waiting.linked()) return;
    name.leave();
    if (name.has == place::waited_for) name.has = place::none;
  }

  void call_is_unwanted(const lookup_call& call, lookup_name& name) noexcept {
    if (call.takes == patience::files) return;
    --name.wanted;
    if (name.wanted > 0 || name.has != place::held) return;
    name.has = place::none;
    --places_held_;
    give_places();
  }

  void find_place(lookup_name& name) noexcept {
    if (name.has == place::none && places_held_ < name.most_names) hold_place(name);
    if (name.has == place::held) {
      shared_.network.begin_calls_of(name);
    } else if (name.has == place::none) {
      name.has = place::waited_for;
      name.join_as_last(name.lane);
    }
  }

  void hold_place(lookup_name& name) noexcept {
    name.has = place::held;
    ++places_held_;
  }

  /// To those that wait longest, those first that leave most places to others.
  void give_places() noexcept {
    if (closed_) return;
    for (auto& [most, lane] : lanes_) {
      while (lane.linked() && places_held_ < most) {
        auto& next = static_cast<lookup_name&>(*lane.next());
        next.leave();
        hold_place(next);
        shared_.network.begin_calls_of(next);
      }
    }
    start_threads_if_possible();
  }

  /// Otherwise those that run make the calls.
  void start_threads_if_possible() noexcept {
    for (lookup_threads* threads : {&shared_.network, &shared_.files}) {
      try {
        threads->start_threads();
      } catch (...) {}
    }
  }

  void erase_if_unused(const lookup_name& name) noexcept {
    if (name.calls.empty()) names_.erase(names_.find(name.key));
  }

  shared_lookups& shared_;
  bool closed_ = false;
  std::size_t places_held_ = 0;
  std::map<std::size_t, ring_link<lookup_name>> lanes_;  // who waits for a place, by `most_names`
  std::unordered_map<std::string, lookup_name> names_;
  std::string newest_;  // the key of the newest question
};

inline void lookup_threads::end(lookup_call& call) noexcept { call.queue->end(call); }

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
