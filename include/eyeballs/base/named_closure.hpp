// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// A compile-time guard against a compiler bug: GCC 12 destroys a closure (or an aggregate) that is
// a temporary in an expression with `co_await` twice. A name makes it safe.

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace eyeballs::detail {

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ < 13

template <class F> consteval bool is_closure_type() {
  // "... [with F = main()::<lambda(int)>]": the type's own last name begins with "<lambda".
  std::string_view name = __PRETTY_FUNCTION__;
  name = name.substr(name.rfind("F = ") + 4);
  int depth = 0;
  for (std::size_t i = name.size() - 1; i-- > 1;) {
    depth += (name[i] == '>' || name[i] == ')') - (name[i] == '<' || name[i] == '(');
    if (depth == 0 && name[i - 1] == ':') return name.substr(i).starts_with("<lambda");
  }
  return name.starts_with("<lambda");
}

/// A class of ours, or a container, is no closure, and its long name need not be read.
template <class F> concept has_value_type = requires { typename F::value_type; };

/// Whether an argument of type `F&&` may not be a temporary beside `co_await`.
template <class F> consteval bool destroyed_twice() {
  using T = std::remove_cvref_t<F>;
  if constexpr (std::is_lvalue_reference_v<F> || std::is_trivially_destructible_v<T>) return false;
  else if constexpr (std::is_aggregate_v<T>) return true;
  else if constexpr (has_value_type<T>) return false;
  else return is_closure_type<T>();
}

#else

template <class F> consteval bool destroyed_twice() { return false; }

#endif

/// Whether one with a name can be passed instead.
template <class F> inline constexpr bool copied_by_name =
    std::is_copy_constructible_v<std::remove_cvref_t<F>>;

template <class... Fs> inline constexpr bool any_destroyed_twice =
    std::disjunction_v<std::bool_constant<destroyed_twice<Fs>() && copied_by_name<Fs>>...>;

template <class... Fs> inline constexpr bool any_never_passed =
    std::disjunction_v<std::bool_constant<destroyed_twice<Fs>() && !copied_by_name<Fs>>...>;

}  // namespace eyeballs::detail

/// For what takes these as `Fs&&...` and is likely to be called beside `co_await`.
#define EYEBALLS_ASSERT_NAMED(...)                                                               \
  static_assert(!::eyeballs::detail::any_destroyed_twice<__VA_ARGS__>,                           \
                "eyeballs: this compiler destroys a temporary closure in a co_await expression " \
                "twice: name it first, and pass the name (the same goes for an aggregate)");     \
  static_assert(!::eyeballs::detail::any_never_passed<__VA_ARGS__>,                              \
                "eyeballs: this compiler destroys a temporary closure in a co_await expression " \
                "twice, or an aggregate; and this one can't be copied: pass a class that has a " \
                "constructor (of tasks in a std::array, which is an aggregate as well, make a "  \
                "std::vector; or pass a std::span of one that has a name)")
