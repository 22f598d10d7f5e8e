// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// What the forms of `async_connect` take: texts and ports; lists of endpoints, told apart from texts;
// conditions, told apart from completion tokens.

#include <concepts>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "../config.hpp"
#include "../runtime/concepts.hpp"

#include EYEBALLS_ASIO_HEADER(async_result.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// A host: whatever is read as a text. It is copied at once.
class host_argument {
 public:
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  host_argument(const Text& text) : text_(std::string_view(text)) {}

  host_argument(std::string&& text) noexcept : text_(std::move(text)) {}

  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

template <class T> concept port_number =
    std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// A service: a text, or the number of a port.
class service_argument : public host_argument {
 public:
  using host_argument::host_argument;

  service_argument(port_number auto port) : host_argument(std::to_string(port)) {}
};

/// A list of endpoints, or of what converts to them, as the results of a lookup. As in Asio, what has
/// no `iterator` is none.
template <class List, class Endpoint> concept endpoint_list_of = requires(const List& all) {
  typename List::iterator;
  { *all.begin() } -> std::convertible_to<Endpoint>;
  all.end();
};

template <class List> using element_of = decltype(*std::declval<const List&>().begin());

template <class Iterator, class Endpoint> concept endpoint_iterator_of =
    requires(const Iterator& i) {
      { *i } -> std::convertible_to<Endpoint>;
      requires std::equality_comparable<Iterator>;
    };

template <class Iterator> using element_at = decltype(*std::declval<const Iterator&>());

/// A range of iterators, which stay good where the range is moved to.
template <class Iterator> class iterator_range {
 public:
  iterator_range(Iterator first, Iterator last)
      : first_(std::move(first)), last_(std::move(last)) {}

  const Iterator& begin() const noexcept { return first_; }

  const Iterator& end() const noexcept { return last_; }

 private:
  Iterator first_;
  Iterator last_;
};

/// Asked before each attempt, with the error of the last one that has failed, whether to make it.
template <class Condition, class Element> concept connect_condition =
    std::predicate<Condition&, const error_code&, const Element&>;

/// The condition of those who give none.
struct try_all {
  template <class Element> constexpr bool operator()(const error_code&, const Element&) const {
    return true;
  }
};

/// What says where something runs.
template <class P> concept place = executor<P> || context<P>;

template <executor Executor> Executor executor_of(const Executor& e) noexcept { return e; }

template <context Context> auto executor_of(Context& c) noexcept { return c.get_executor(); }

template <class Place> using executor_at =
    std::remove_cvref_t<decltype(executor_of(std::declval<Place&>()))>;

/// What completes an operation if no token is given; void, if one must be given.
template <class Executor> using default_token = asio::default_completion_token_t<Executor>;

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
