// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// The executor of a tree of tasks, in Asio's sense: its functions run on the user's executor, one at
// a time, and never at the same time as the tree.

#include <memory>
#include <type_traits>
#include <utility>

#include "wake_up.hpp"

#include EYEBALLS_ASIO_HEADER(associated_allocator.hpp)
#include EYEBALLS_ASIO_HEADER(execution.hpp)
#include EYEBALLS_ASIO_HEADER(recycling_allocator.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether `execute` may call a function in place.
enum class execution_place : bool { in_place, later };

/// Copies are the same one. It keeps no work: the tree does so itself.
template <execution_place Place> class basic_tree_executor {
  using blocking = asio::execution::blocking_t;
  using in_place = basic_tree_executor<execution_place::in_place>;
  using later = basic_tree_executor<execution_place::later>;

 public:
  explicit basic_tree_executor(strand_ptr s) noexcept : strand_(std::move(s)) {}

  template <class F> void execute(F&& f) const {
    if constexpr (Place == execution_place::in_place) strand_->dispatch(std::forward<F>(f));
    else strand_->post(std::forward<F>(f));
  }

  asio::execution_context& query(asio::execution::context_t) const noexcept {
    return strand_->context();
  }

  static constexpr blocking query(blocking) noexcept {
    return Place == execution_place::in_place ? blocking(blocking::possibly_t())
                                              : blocking(blocking::never_t());
  }

  later require(blocking::never_t) const noexcept { return later(strand_); }

  in_place require(blocking::possibly_t) const noexcept { return in_place(strand_); }

  bool operator==(const basic_tree_executor&) const noexcept = default;

 private:
  strand_ptr strand_;
};

using tree_executor = basic_tree_executor<execution_place::in_place>;

/// A function that is left for who is in, or posted.
class strand_entry : public work_item {
 public:
  using function = void (*)(strand_entry&, left_functions);

  tree_strand& strand() const noexcept { return strand_; }

  void drop() noexcept { end_(*this, left_functions::dropped); }

 protected:
  strand_entry(tree_strand& s, function end) noexcept
      : work_item(&arrived), strand_(s), end_(end) {}

 private:
  static void arrived(work_item& self) noexcept {
    auto& entry = static_cast<strand_entry&>(self);
    try {
      entry.end_(entry, entry.strand_.fate_of_functions());
    } catch (...) { strand_scope::keep(std::current_exception()); }
  }

  tree_strand& strand_;
  function end_;
};

/// In memory of the function's associated allocator.
template <class F> class strand_entry_of final : public strand_entry {
  using allocator = typename std::allocator_traits<asio::associated_allocator_t<
      F, asio::recycling_allocator<void>>>::template rebind_alloc<strand_entry_of>;
  using traits = std::allocator_traits<allocator>;

 public:
  static strand_entry_of& make(tree_strand& s, F&& f) {
    allocator memory = allocator_of(f);
    void* const place = traits::allocate(memory, 1);
    return *::new (place) strand_entry_of(s, std::move(f));
  }

 private:
  strand_entry_of(tree_strand& s, F&& f) : strand_entry(s, &end), f_(std::move(f)) {}

  static allocator allocator_of(const F& f) noexcept {
    return allocator(asio::get_associated_allocator(f, asio::recycling_allocator<void>()));
  }

  static void end(strand_entry& e, left_functions fate) {
    auto& self = static_cast<strand_entry_of&>(e);
    F f(std::move(self.f_));
    self.free(f);  // before the call, which may have need of the memory
    if (fate == left_functions::called) std::move(f)();
  }

  /// `f` is the function now: its allocator may live in what it owns.
  void free(const F& f) noexcept {
    allocator memory = allocator_of(f);
    this->~strand_entry_of();
    traits::deallocate(memory, this, 1);
  }

  F f_;
};

/// What the executor is given of an entry.
class posted_entry {
 public:
  explicit posted_entry(strand_entry& e) noexcept : strand_(e.strand()), entry_(&e) {}

  posted_entry(posted_entry&& other) noexcept
      : strand_(other.strand_), entry_(std::exchange(other.entry_, nullptr)) {}

  ~posted_entry() {
    if (entry_) entry_->drop();
  }

  void operator()() { strand_->dispatch(*std::exchange(entry_, nullptr)); }

 private:
  strand_ptr strand_;
  strand_entry* entry_;  // null once it was called, or moved from
};

/// Destroys a function uncalled.
template <class F> void drop(F&& f) { const std::decay_t<F> dropped(std::forward<F>(f)); }

inline void tree_strand::dispatch(strand_entry& entry) {
  switch (gate_.push(entry)) {
    case passage::entered: return run();
    case passage::occupied: return;
    case passage::closed: return entry.drop();
  }
}

template <class F> void tree_strand::dispatch(F&& f) {
  context_lease lease(leases_);
  if (!lease) return drop(std::forward<F>(f));
  const passage before = gate_.enter();
  if (before == passage::closed) return drop(std::forward<F>(f));
  if (before != passage::entered || !is_here()) return leave_function(std::forward<F>(f), before);
  lease.give_back();  // it lives, since it runs
  strand_scope here(*this);
  try {
    std::forward<F>(f)();
  } catch (...) { strand_scope::keep(std::current_exception()); }
  user_->run();
  here.rethrow();
}

template <class F> void tree_strand::post(F&& f) {
  const context_lease lease(leases_);
  if (!lease) return drop(std::forward<F>(f));
  if (!is_inside() || !user_) return leave_function(std::forward<F>(f), passage::occupied);
  post_entry(strand_entry_of<std::decay_t<F>>::make(*this, std::decay_t<F>(std::forward<F>(f))));
}

template <class F> void tree_strand::leave_function(F&& f, passage before) {
  using entry_type = strand_entry_of<std::decay_t<F>>;
  strand_entry* entry = nullptr;
  try {
    entry = &entry_type::make(*this, std::decay_t<F>(std::forward<F>(f)));
  } catch (...) {
    if (before == passage::entered) refuse();
    throw;
  }
  const passage now = gate_.push(*entry);
  if (now == passage::closed) return entry->drop();
  if (before == passage::entered || now == passage::entered) wake_or_throw();
}

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
