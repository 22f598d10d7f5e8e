// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#ifndef EYEBALLS_TESTS_SUPPORT_OWNING_HANDLER_HPP
#define EYEBALLS_TESTS_SUPPORT_OWNING_HANDLER_HPP

// A completion handler that owns the memory that its associated allocator gives. It can be asked
// for the allocator while it owns that, and not once it has been moved from; and the memory can be
// given back while somebody owns it. `asio::any_completion_handler` is such a one.

#include <cstddef>
#include <memory>
#include <utility>

#include "asio.hpp"

#if __has_include(EYEBALLS_ASIO_HEADER(any_completion_handler.hpp))
#include EYEBALLS_ASIO_HEADER(any_completion_handler.hpp)
#define EYEBALLS_TESTS_ANY_COMPLETION_HANDLER
#endif

/// What has happened to the memory of one handler, and to the handler. It outlives both.
struct ledger {
  int live = 0;           // blocks that were given and not taken back
  int given = 0;          // blocks
  int asked_late = 0;     // a moved-from handler was asked for its allocator
  int returned_late = 0;  // a block came back when nobody owned the memory any more
  int owners = 0;
  int calls = 0;
  int live_in_call = -1;
};

/// Checks that all was in order.
inline void check(const ledger& l) {
  CHECK(l.given > 0);
  CHECK(l.live == 0);
  CHECK(l.asked_late == 0);
  CHECK(l.returned_late == 0);
  CHECK(l.owners == 0);
}

template <class T> class owned_allocator {
 public:
  using value_type = T;

  explicit owned_allocator(ledger& l) noexcept : ledger_(&l) {}

  template <class U> owned_allocator(const owned_allocator<U>& other) noexcept
      : ledger_(&other.of()) {}

  T* allocate(std::size_t n) {
    ++ledger_->live;
    ++ledger_->given;
    return std::allocator<T>().allocate(n);
  }

  void deallocate(T* p, std::size_t n) noexcept {
    --ledger_->live;
    if (ledger_->owners == 0) ++ledger_->returned_late;
    std::allocator<T>().deallocate(p, n);
  }

  ledger& of() const noexcept { return *ledger_; }

  template <class U> bool operator==(const owned_allocator<U>& other) const noexcept {
    return ledger_ == &other.of();
  }

 private:
  ledger* ledger_;
};

class owning_handler {
 public:
  using allocator_type = owned_allocator<void>;

  explicit owning_handler(ledger& l) noexcept : ledger_(&l), owns_(true) { ++l.owners; }

  owning_handler(owning_handler&& other) noexcept
      : ledger_(other.ledger_), owns_(std::exchange(other.owns_, false)) {}

  ~owning_handler() {
    if (owns_) --ledger_->owners;
  }

  allocator_type get_allocator() const noexcept {
    if (!owns_) ++ledger_->asked_late;
    return allocator_type(*ledger_);
  }

  template <class... Told> void operator()(const Told&...) const noexcept {
    ++ledger_->calls;
    ledger_->live_in_call = ledger_->live;
  }

 private:
  ledger* ledger_;
  bool owns_;
};

#endif
