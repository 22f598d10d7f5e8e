// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// One of two things, or nothing: what std::variant is, without its header and its tables of
// functions. What replaces what it holds is made in place. If that throws, it holds nothing.

#include <concepts>
#include <new>
#include <type_traits>
#include <utility>

namespace eyeballs::detail {

inline constexpr std::in_place_index_t<0> in_first{};
inline constexpr std::in_place_index_t<1> in_second{};

template <class First, class Second> class either {
  static constexpr bool moves_well =
      std::is_nothrow_move_constructible_v<First> && std::is_nothrow_move_constructible_v<Second>;

 public:
  either() noexcept {}

  template <class... Args> explicit either(std::in_place_index_t<0>, Args&&... args)
      : first_(std::forward<Args>(args)...), content_(content::first) {}

  template <class... Args> explicit either(std::in_place_index_t<1>, Args&&... args)
      : second_(std::forward<Args>(args)...), content_(content::second) {}

  either(either&& other) noexcept(moves_well) { take_over(std::move(other)); }

  either(const either& other)
    requires std::copy_constructible<First> && std::copy_constructible<Second>
  {
    take_over(other);
  }

  either& operator=(either&& other) noexcept(moves_well) {
    if (this != &other) {
      clear();
      take_over(std::move(other));
    }
    return *this;
  }

  either& operator=(const either& other)
    requires std::copy_constructible<First> && std::copy_constructible<Second>
  {
    return *this = either(other);
  }

  ~either() { destroy(); }

  bool empty() const noexcept { return content_ == content::nothing; }

  bool has_first() const noexcept { return content_ == content::first; }

  bool has_second() const noexcept { return content_ == content::second; }

  // What is asked for must be there.

  First& first() noexcept { return first_; }

  const First& first() const noexcept { return first_; }

  Second& second() noexcept { return second_; }

  const Second& second() const noexcept { return second_; }

  void clear() noexcept {
    destroy();
    content_ = content::nothing;
  }

  template <class... Args> void emplace_first(Args&&... args) {
    clear();
    make_first(std::forward<Args>(args)...);
  }

  template <class... Args> void emplace_second(Args&&... args) {
    clear();
    make_second(std::forward<Args>(args)...);
  }

 private:
  enum class content : unsigned char { nothing, first, second };

  void destroy() noexcept {
    if (!std::is_trivially_destructible_v<First> && has_first()) first_.~First();
    else if (!std::is_trivially_destructible_v<Second> && has_second()) second_.~Second();
  }

  // These are called while it is empty.

  template <class... Args> void make_first(Args&&... args) {
    ::new (static_cast<void*>(&first_)) First(std::forward<Args>(args)...);
    content_ = content::first;
  }

  template <class... Args> void make_second(Args&&... args) {
    ::new (static_cast<void*>(&second_)) Second(std::forward<Args>(args)...);
    content_ = content::second;
  }

  template <class Other> void take_over(Other&& other) {
    if (other.has_first()) make_first(std::forward<Other>(other).first_);
    else if (other.has_second()) make_second(std::forward<Other>(other).second_);
  }

  union {
    First first_;
    Second second_;
  };

  content content_ = content::nothing;
};

}  // namespace eyeballs::detail
