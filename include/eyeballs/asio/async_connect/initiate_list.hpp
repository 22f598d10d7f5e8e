// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: the eyeballs authors
#pragma once

// Initiates the connect of a caller's socket to a list of endpoints.

#include <type_traits>
#include <utility>

#include "../runtime/concepts.hpp"
#include "../runtime/spawned.hpp"
#include "completion_arguments.hpp"
#include "socket_list.hpp"

#include EYEBALLS_ASIO_HEADER(associated_executor.hpp)

namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE {

/// Whether a tree can live on it: its context is known, and it can be posted to.
template <class E> concept tree_can_live_on =
    executor<E> && asio::can_query<const E&, asio::execution::context_t>::value &&
    asio::can_require<const E&, asio::execution::blocking_t::never_t>::value;

/// Where the connect of a caller's socket runs. As with Asio it is where the handler is called, so that
/// whoever closes the socket there does so at no bad time. Otherwise, if no tree can live there (an
/// `any_completion_executor`), it is the socket's executor.
template <class Handler, class Executor>
auto place_of_tree(const Handler& handler, const Executor& sockets) {
  auto of_handler = asio::get_associated_executor(handler, sockets);
  if constexpr (tree_can_live_on<decltype(of_handler)>) return of_handler;
  else return sockets;
}

/// What a list's connect yields: the place of the endpoint that was reached, as `What` has it.
template <class What, class List> task<typename What::type> connect_list(List list) {
  auto place = co_await as_result(race_list(list));
  if (!place) co_return fail(std::move(place).error());
  co_return What::of(list, *place);
}

template <class Endpoint> struct endpoint_reached {
  using type = Endpoint;

  template <class List> static type of(const List& list, std::size_t place) {
    return list.endpoint_at(place);
  }

  static Endpoint endpoint(const Endpoint& reached) { return reached; }
};

template <class Iterator> struct iterator_reached {
  using type = Iterator;

  template <class List> static type of(const List& list, std::size_t place) {
    return list.iterator_at(place);
  }

  static auto endpoint(const Iterator& reached) { return *reached; }
};

template <class What, class Protocol, class Executor> class initiate_list {
  using socket = asio::basic_socket<Protocol, Executor>;
  using reached = typename What::type;

 public:
  using executor_type = Executor;

  explicit initiate_list(socket& s) noexcept : socket_(&s) {}

  executor_type get_executor() const noexcept { return socket_->get_executor(); }

  template <class Handler, class List, class Condition>
  void operator()(Handler&& handler, List list, Condition condition, reached none) const {
    using handler_type = std::decay_t<Handler>;
    const auto place = place_of_tree(handler, get_executor());
    using operation = spawned<std::remove_const_t<decltype(place)>, reached, handler_type,
                              list_arguments<reached>>;
    const auto make = [&] {
      return connect_list<What>(socket_list<Protocol, Executor, List, Condition>(
          *socket_, std::move(list), std::move(condition)));
    };
    operation::start_made(place, make, handler_type(std::forward<Handler>(handler)),
                          list_arguments<reached>(std::move(none)));
  }

 private:
  socket* socket_;
};

}  // namespace eyeballs::detail::inline EYEBALLS_ASIO_NAMESPACE
