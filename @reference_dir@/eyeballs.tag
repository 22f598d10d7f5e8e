<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<tagfile doxygen_version="1.9.4">
  <compound kind="file">
    <name>address_family.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>address__family_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>address_family</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga9a9548323da63a06038f334d1c641246</anchor>
      <arglist></arglist>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a5ed3a3ff8e5c29979502b9030e8518e0">v4</enumvalue>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a0af45c99beb7a9afc9192665c4a05cd3">v6</enumvalue>
    </member>
  </compound>
  <compound kind="file">
    <name>destination_order.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>destination__order_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">ip_address.hpp</includes>
    <includes id="policy__table_8hpp" name="policy_table.hpp" local="yes" imported="no">policy_table.hpp</includes>
    <includes id="scope_8hpp" name="scope.hpp" local="yes" imported="no">scope.hpp</includes>
    <class kind="struct">eyeballs::source_address</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>sort_destinations</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga18f853b09eb0e9d735a582566da1443e</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints, AddressOf address_of, SourceOf source_of, const policy_table &amp;table=default_policy_table, const History &amp;history=History())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>history.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>history_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">ip_address.hpp</includes>
    <class kind="class">eyeballs::history</class>
    <class kind="class">eyeballs::history_view</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>interleave.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>interleave_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>interleave</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga0a2efc0677562a411c94d558cb82c817</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; sorted, Family family, std::size_t first_family_count=1)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>ip_address.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>ip__address_8hpp.html</filename>
    <class kind="class">eyeballs::ip_address</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>constexpr int</type>
      <name>common_prefix_length</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga41778b38062d871e669b3d93326025ac</anchor>
      <arglist>(const ip_address &amp;a, const ip_address &amp;b) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>in_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga68f52e04f6ffe7f051b53b51090c747a</anchor>
      <arglist>(const ip_address &amp;address, const ip_address &amp;prefix, int bits) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>policy_table.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>policy__table_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">ip_address.hpp</includes>
    <includes id="scope_8hpp" name="scope.hpp" local="yes" imported="no">scope.hpp</includes>
    <class kind="struct">eyeballs::policy_row</class>
    <class kind="struct">eyeballs::policy_table</class>
    <namespace>eyeballs</namespace>
    <member kind="variable">
      <type>constexpr std::array&lt; policy_row, 9 &gt;</type>
      <name>default_policy_table</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gac5b06aa96f52da1735a0954f8b602974</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>remove_duplicates.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>remove__duplicates_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>remove_duplicates</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gaf5012fea31fe23dbd00ed8116dfc85ea</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>scope.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>scope_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">ip_address.hpp</includes>
    <class kind="struct">eyeballs::v4_scope_row</class>
    <namespace>eyeballs</namespace>
    <member kind="variable">
      <type>constexpr std::array&lt; v4_scope_row, 2 &gt;</type>
      <name>default_v4_scopes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga15d1911384fa1a53738551bcd689e30c</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>async_connect.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>async__connect_8hpp.html</filename>
    <includes id="blocking_8hpp" name="blocking.hpp" local="yes" imported="no">async_connect/blocking.hpp</includes>
    <includes id="executor__and__list_8hpp" name="executor_and_list.hpp" local="yes" imported="no">async_connect/executor_and_list.hpp</includes>
    <includes id="socket__and__host_8hpp" name="socket_and_host.hpp" local="yes" imported="no">async_connect/socket_and_host.hpp</includes>
    <includes id="socket__and__list_8hpp" name="socket_and_list.hpp" local="yes" imported="no">async_connect/socket_and_list.hpp</includes>
    <includes id="connect_8hpp" name="connect.hpp" local="yes" imported="no">connect.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad2ed80cae58124ec431addd63667e04b</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cfb1ca0efa6c6fc6770e5e2a2ffc24a</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>blocking.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/async_connect/</path>
    <filename>blocking_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7e2b517eb4234a1bc53232b2105ff758</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0fa0aa4a4da1e7a27cec5dc831191555</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gae1bfe9e23943fc59518533d4bdc3c6e3</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga2c74d51af3d09cbc699932075fbfe46b</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5f34ea463e6df55595424ecee6cb17f6</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gab1dcae4df517dde9eba4a4a90b427e04</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabb19a020615bdcc0504ea6607d7b1bb8</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga457287487e1e68ff16bc217ca9dc4fc5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>executor_and_list.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/async_connect/</path>
    <filename>executor__and__list_8hpp.html</filename>
    <includes id="connect__options_8hpp" name="connect_options.hpp" local="yes" imported="no">../connect_options.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga251071aac131662e497de2285c3095a4</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad5f162d46efcedfe3118b9f6d22328db</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>socket_and_host.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/async_connect/</path>
    <filename>socket__and__host_8hpp.html</filename>
    <includes id="connect__options_8hpp" name="connect_options.hpp" local="yes" imported="no">../connect_options.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4d668b3ca7fd5b9e54b0d1e28e0b455f</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga13a207304d8091898a257b9d2180c2a6</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>socket_and_list.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/async_connect/</path>
    <filename>socket__and__list_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cce7c02df966f008bc988e6094e627e</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4a1587d1d69d45e51fb5fb5d3d2618c5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga28f4b2dea423b013079bb80e2ea33dbc</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac2b7d1023d1bfabc51762a9ac1f05223</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>async_happy_eyeballs.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>async__happy__eyeballs_8hpp.html</filename>
    <includes id="happy__eyeballs_8hpp" name="happy_eyeballs.hpp" local="yes" imported="no">../happy_eyeballs.hpp</includes>
    <includes id="co__spawn_8hpp" name="co_spawn.hpp" local="yes" imported="no">co_spawn.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>async_happy_eyeballs</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7c17a712a7775f4c0d61a3ca969578f6</anchor>
      <arglist>(Place &amp;&amp;place, Delay delay, Close close, Connectors connectors, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>cares_resolver.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>cares__resolver_8hpp.html</filename>
    <includes id="by__name_2resolver_8hpp" name="resolver.hpp" local="yes" imported="no">../by_name/resolver.hpp</includes>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">../core/as_result.hpp</includes>
    <includes id="race_8hpp" name="race.hpp" local="yes" imported="no">../core/race.hpp</includes>
    <includes id="sleep_8hpp" name="sleep.hpp" local="yes" imported="no">../core/sleep.hpp</includes>
    <includes id="this__task_8hpp" name="this_task.hpp" local="yes" imported="no">../core/this_task.hpp</includes>
    <includes id="timeout_8hpp" name="timeout.hpp" local="yes" imported="no">../core/timeout.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">endpoint.hpp</includes>
    <includes id="asio_2error_8hpp" name="error.hpp" local="yes" imported="no">error.hpp</includes>
    <includes id="use__task_8hpp" name="use_task.hpp" local="yes" imported="no">use_task.hpp</includes>
    <class kind="class">eyeballs::cares_resolver</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>co_spawn.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>co__spawn_8hpp.html</filename>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">../core/as_result.hpp</includes>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <includes id="asio_2error_8hpp" name="error.hpp" local="yes" imported="no">error.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff90782fb28f4f4d60424b5a1d0938da</anchor>
      <arglist>(const Executor &amp;executor, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0f9338d4dea20a59f311ffea592aecb4</anchor>
      <arglist>(const Executor &amp;executor, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga93b2e374681e219d06f9bbcfc2fac965</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gacdc2561125d24c7502e525826d61f3e8</anchor>
      <arglist>(Context &amp;context, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga337cb0daff460dc6afbd5bf6c12d425a</anchor>
      <arglist>(Context &amp;context, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga35d178bb742f478b979641844a38b2e2</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>config.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>config_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="typedef">
      <type>::asio::error_code</type>
      <name>error_code</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga89c10921b393fee311d5b8d882e4d629</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>connect.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>connect_8hpp.html</filename>
    <includes id="connect__report_8hpp" name="connect_report.hpp" local="yes" imported="no">../by_name/connect_report.hpp</includes>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <includes id="connect__options_8hpp" name="connect_options.hpp" local="yes" imported="no">connect_options.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7bf1ab5a8629d9d27bc7eda66c942333</anchor>
      <arglist>(detail::asio::any_io_executor executor, std::string host, std::string service, connect_options options={})</arglist>
    </member>
    <member kind="function">
      <type>const connect_report&lt; tcp::endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff51af87421a022bedc261563b14f6d9</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>connect_options.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>connect__options_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="attempt__observer_8hpp" name="attempt_observer.hpp" local="yes" imported="no">../attempts/attempt_observer.hpp</includes>
    <includes id="connect__report_8hpp" name="connect_report.hpp" local="yes" imported="no">../by_name/connect_report.hpp</includes>
    <includes id="by__name_2resolver_8hpp" name="resolver.hpp" local="yes" imported="no">../by_name/resolver.hpp</includes>
    <includes id="core_2scheduler_8hpp" name="scheduler.hpp" local="yes" imported="no">../core/scheduler.hpp</includes>
    <includes id="config_8hpp" name="config.hpp" local="yes" imported="no">config.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">endpoint.hpp</includes>
    <class kind="class">eyeballs::address_filter</class>
    <class kind="class">eyeballs::socket_preparer</class>
    <class kind="struct">eyeballs::connect_options</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>known_endpoints.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/dns/</path>
    <filename>known__endpoints_8hpp.html</filename>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <includes id="asio_2error_8hpp" name="error.hpp" local="yes" imported="no">../error.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>result&lt; std::optional&lt; std::vector&lt; tcp::endpoint &gt; &gt; &gt;</type>
      <name>known_endpoints</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga45fe4a75a798fccba29d798080c5101f</anchor>
      <arglist>(const std::string &amp;host, const std::string &amp;service)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>nat64.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/address/</path>
    <filename>address_2nat64_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">ip_address.hpp</includes>
    <class kind="class">eyeballs::nat64_prefix</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>constexpr nat64_prefix</type>
      <name>well_known_nat64_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga72c692f59d76074513cdb45ae71d6b7e</anchor>
      <arglist>(ip_address(ip_address::v6_bytes{0, 0x64, 0xff, 0x9b}), 96)</arglist>
    </member>
    <member kind="function">
      <type>constexpr ip_address</type>
      <name>synthesize</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga589ce71af1355e0d36fa8b8587f4150c</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr std::optional&lt; ip_address &gt;</type>
      <name>extract</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga98fb76c191e9fc8807cc0dab02ce3aef</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga47f76a4ce4041ceef295a21bea07a6a1</anchor>
      <arglist>(const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga5d65a4bca5235c95be872bcc9b52ded6</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; nat64_prefix &gt;</type>
      <name>find_nat64_prefixes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gab257637c772c06320382f978e8fbfcdd</anchor>
      <arglist>(std::span&lt; const ip_address &gt; answers)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>nat64.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/dns/</path>
    <filename>asio_2dns_2nat64_8hpp.html</filename>
    <includes id="address_2nat64_8hpp" name="nat64.hpp" local="yes" imported="no">../../address/nat64.hpp</includes>
    <includes id="by__name_2resolver_8hpp" name="resolver.hpp" local="yes" imported="no">../../by_name/resolver.hpp</includes>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">../../core/as_result.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>task&lt; std::vector&lt; nat64_prefix &gt; &gt;</type>
      <name>discover_nat64</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc620fdad2bdb51c96192db6efd6f728</anchor>
      <arglist>(resolver&lt; tcp::endpoint &gt; &amp;resolver)</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; tcp::endpoint &gt;</type>
      <name>synthesize</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac17ca1ff88c8b6b10d958d9661cba74a</anchor>
      <arglist>(const std::vector&lt; nat64_prefix &gt; &amp;prefixes, const std::vector&lt; tcp::endpoint &gt; &amp;v4)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>system_resolver.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/dns/</path>
    <filename>system__resolver_8hpp.html</filename>
    <includes id="by__name_2resolver_8hpp" name="resolver.hpp" local="yes" imported="no">../../by_name/resolver.hpp</includes>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../../core/task.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="typedef">
      <type>detail::basic_system_resolver&lt;&gt;</type>
      <name>system_resolver</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaefab59438cd79fb64df04d25756b9eea</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; tcp::endpoint &gt; &gt;</type>
      <name>resolve</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1e794d250b1fdfd50ea051fe040665e0</anchor>
      <arglist>(std::string host, std::string service)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>endpoint.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>endpoint_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">../address/ip_address.hpp</includes>
    <includes id="config_8hpp" name="config.hpp" local="yes" imported="no">config.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="typedef">
      <type>detail::asio::ip::tcp</type>
      <name>tcp</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabde484212bce2ba0768873bdde3d4266</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>to_ip_address</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga33fb30fbc236c48b4d15d34362e3b6a3</anchor>
      <arglist>(const detail::asio::ip::address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga950312ad085e04b4e5ebba0ba6496acd</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>tcp::endpoint</type>
      <name>without_mapping</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e61f207b612d36a3217f1b1a2ff33ee</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>detail::asio::ip::address</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga98e17669408289295068a13fcf959362</anchor>
      <arglist>(const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_string</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1c1ef03c2f513f0ac45337c25120c83b</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>error.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>asio_2error_8hpp.html</filename>
    <includes id="result_8hpp" name="result.hpp" local="yes" imported="no">../core/result.hpp</includes>
    <includes id="config_8hpp" name="config.hpp" local="yes" imported="no">config.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::error_code</type>
      <name>from_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5ddf6538852064ee0219ddfc03d9fde1</anchor>
      <arglist>(const error_code &amp;code) noexcept</arglist>
    </member>
    <member kind="function">
      <type>error_code</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e57e4892a6c5a159ca73b1539613d7b</anchor>
      <arglist>(const std::error_code &amp;code) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>error.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>core_2error_8hpp.html</filename>
    <class kind="struct">eyeballs::error</class>
    <class kind="struct">eyeballs::task_error</class>
    <class kind="struct">eyeballs::failure</class>
    <class kind="struct">std::is_error_code_enum&lt; eyeballs::errc &gt;</class>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>errc</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae192fa4d7e90a60443ed817d2707772f</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fab4a5147d08238e8f05a9bcece7ed3b67">no_endpoints</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf031970232f56764da419cf437b10461">nothing_to_race</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa34007050c21d09c2760c8c64d291e18e">deadlock</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf0a0bfe6bc7d2c58d2989034f83183e0">stopped</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa42552b1f133f9f8eb406d4f306ea9fd1">exception</enumvalue>
    </member>
    <member kind="function">
      <type>const std::error_category &amp;</type>
      <name>eyeballs_category</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaebd62ac1da3e82313bad3620a6842184</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::error_code</type>
      <name>make_error_code</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga7bf38e7fc52513290eb9a97f9ee85a1c</anchor>
      <arglist>(errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>operator==</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gad5f2b4c8e074318eef0e4834976bc80e</anchor>
      <arglist>(const std::error_code &amp;code, errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>fail</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1390b6f4bac2afba26a844a16b411eab</anchor>
      <arglist>(Why &amp;&amp;... why)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>connectivity.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/host/</path>
    <filename>connectivity_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../../address/address_family.hpp</includes>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">../../address/ip_address.hpp</includes>
    <includes id="scope_8hpp" name="scope.hpp" local="yes" imported="no">../../address/scope.hpp</includes>
    <includes id="source__address_8hpp" name="source_address.hpp" local="yes" imported="no">source_address.hpp</includes>
    <class kind="struct">eyeballs::connectivity</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>connectivity</type>
      <name>find_connectivity</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc04f64ea138c58e241dae38bef0c7c5</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>source_address.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/host/</path>
    <filename>source__address_8hpp.html</filename>
    <includes id="ip__address_8hpp" name="ip_address.hpp" local="yes" imported="no">../../address/ip_address.hpp</includes>
    <includes id="config_8hpp" name="config.hpp" local="yes" imported="no">../config.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::optional&lt; ip_address &gt;</type>
      <name>source_address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga37ba0d237ec83f6dc9841711409aa266</anchor>
      <arglist>(const ip_address &amp;destination) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>system_policy.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/host/</path>
    <filename>system__policy_8hpp.html</filename>
    <includes id="policy__table_8hpp" name="policy_table.hpp" local="yes" imported="no">../../address/policy_table.hpp</includes>
    <includes id="config_8hpp" name="config.hpp" local="yes" imported="no">../config.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>policy_table</type>
      <name>system_policy</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff9b000de55ff8438ca47290fa5af09d</anchor>
      <arglist>()</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>run_on.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>run__on_8hpp.html</filename>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga18dc9b045042082a2d5e032ddbda0f05</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaa8072aed2324a3fbdc42d8e947c367e7</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>scheduler.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>core_2scheduler_8hpp.html</filename>
    <includes id="stop_8hpp" name="stop.hpp" local="yes" imported="no">stop.hpp</includes>
    <class kind="struct">eyeballs::scheduler</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>connect_to.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/tcp/</path>
    <filename>connect__to_8hpp.html</filename>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../../core/task.hpp</includes>
    <includes id="endpoint_8hpp" name="endpoint.hpp" local="yes" imported="no">../endpoint.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect_to</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga96a6ed4e318af6ea609d778a3510a0ba</anchor>
      <arglist>(detail::asio::any_io_executor executor, tcp::endpoint endpoint)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>use_task.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/asio/</path>
    <filename>use__task_8hpp.html</filename>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <class kind="struct">eyeballs::use_task_t</class>
    <namespace>eyeballs</namespace>
    <member kind="variable">
      <type>constexpr use_task_t</type>
      <name>use_task</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaf0378e2b761c79cb22f6878765fb63a8</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>attempt_observer.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/attempts/</path>
    <filename>attempt__observer_8hpp.html</filename>
    <includes id="result_8hpp" name="result.hpp" local="yes" imported="no">../core/result.hpp</includes>
    <class kind="class">eyeballs::attempt_observer</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>attempt_subject.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/attempts/</path>
    <filename>attempt__subject_8hpp.html</filename>
    <class kind="struct">eyeballs::attempt_subject</class>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>time_limit</name>
      <anchorfile>group__attempts.html</anchorfile>
      <anchor>gaa656efd7cd368634b3e607ad62e08429</anchor>
      <arglist></arglist>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a334c4a4c42fdb79d7ebc3e73b517e6f8">none</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a7103ceb6352770f39ca666ddf8d2ca81">attempt_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a197a49e64d1cb54e34c4a233260bed3e">resolution_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a90272dda245ae1fb3cf197e91a8689dc">timeout</enumvalue>
    </member>
  </compound>
  <compound kind="file">
    <name>connectors.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/attempts/</path>
    <filename>connectors_8hpp.html</filename>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">../core/as_result.hpp</includes>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <namespace>eyeballs</namespace>
    <concept>eyeballs::connector_source</concept>
  </compound>
  <compound kind="file">
    <name>stagger.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/attempts/</path>
    <filename>stagger_8hpp.html</filename>
    <includes id="dataflow__variable_8hpp" name="dataflow_variable.hpp" local="yes" imported="no">../core/dataflow_variable.hpp</includes>
    <includes id="as__operation_8hpp" name="as_operation.hpp" local="yes" imported="no">../core/detail/as_operation.hpp</includes>
    <includes id="race_8hpp" name="race.hpp" local="yes" imported="no">../core/race.hpp</includes>
    <namespace>eyeballs</namespace>
    <concept>eyeballs::stagger</concept>
  </compound>
  <compound kind="file">
    <name>stop_token.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/base/</path>
    <filename>stop__token_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <namespace>eyeballs::on_threads</namespace>
  </compound>
  <compound kind="file">
    <name>time.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/base/</path>
    <filename>time_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="typedef">
      <type>std::chrono::nanoseconds</type>
      <name>duration</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gac082b9a5408de621be64afb99a442963</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>std::chrono::time_point&lt; std::chrono::steady_clock, duration &gt;</type>
      <name>time_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf6d470813c871e0131d0aaa43052b084</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type>time_point</type>
      <name>deadline</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5fd2c3c38769a2d3a118219337806f5d</anchor>
      <arglist>(time_point from, Duration d) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>configurable_values.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>configurable__values_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="core_2scheduler_8hpp" name="scheduler.hpp" local="yes" imported="no">../core/scheduler.hpp</includes>
    <class kind="struct">eyeballs::configurable_values</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>connect_observer.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>connect__observer_8hpp.html</filename>
    <includes id="core_2scheduler_8hpp" name="scheduler.hpp" local="yes" imported="no">../core/scheduler.hpp</includes>
    <class kind="struct">eyeballs::connect_event</class>
    <class kind="class">eyeballs::connect_observer</class>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>connect_event_kind</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga2d2d6bd8581f0b742b817b5e98283e0d</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da727a181a78a6a5fb370f2cbd7f3e79ad">began</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da519af87b2fe0c2d23582941968e87c71">query_asked</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da972a82286923cc19a0ae444a9acad633">query_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5cd77d8a00be9d82cfaae0dfa13bfc67">address_left_out</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5d1655e9d55ba341298177849ba4bb48">attempt_started</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da1c190a028e896ebfd78d9c17b8d84918">attempt_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0dadd2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
    </member>
  </compound>
  <compound kind="file">
    <name>connect_report.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>connect__report_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="attempt__subject_8hpp" name="attempt_subject.hpp" local="yes" imported="no">../attempts/attempt_subject.hpp</includes>
    <includes id="time_8hpp" name="time.hpp" local="yes" imported="no">../base/time.hpp</includes>
    <includes id="core_2error_8hpp" name="error.hpp" local="yes" imported="no">../core/error.hpp</includes>
    <includes id="connect__observer_8hpp" name="connect_observer.hpp" local="yes" imported="no">connect_observer.hpp</includes>
    <class kind="struct">eyeballs::connect_report</class>
    <class kind="struct">eyeballs::connect_report::query</class>
    <class kind="struct">eyeballs::connect_report::attempt</class>
    <class kind="struct">eyeballs::connect_report::omission</class>
    <class kind="struct">eyeballs::connect_subject</class>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>report_state</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>gafc352174176414b07e58e1c359e60064</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a6b2ded51d81a4403d8a4bd25fa1e57ee">done</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="function">
      <type>const connect_report&lt; Endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga27ab5cb1e68939736b9b61a0c0c85683</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>endpoint_list.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>endpoint__list_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="result_8hpp" name="result.hpp" local="yes" imported="no">../core/result.hpp</includes>
    <class kind="class">eyeballs::endpoint_list</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>query_subject.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>query__subject_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="attempt__subject_8hpp" name="attempt_subject.hpp" local="yes" imported="no">../attempts/attempt_subject.hpp</includes>
    <class kind="struct">eyeballs::query_subject</class>
    <class kind="struct">eyeballs::omission_subject</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>resolver.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>by__name_2resolver_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <class kind="class">eyeballs::resolver</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>transport.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/by_name/</path>
    <filename>transport_8hpp.html</filename>
    <includes id="address__family_8hpp" name="address_family.hpp" local="yes" imported="no">../address/address_family.hpp</includes>
    <includes id="as__operation_8hpp" name="as_operation.hpp" local="yes" imported="no">../core/detail/as_operation.hpp</includes>
    <namespace>eyeballs</namespace>
    <concept>eyeballs::transport_of</concept>
  </compound>
  <compound kind="file">
    <name>connect_by_name.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/</path>
    <filename>connect__by__name_8hpp.html</filename>
    <includes id="connect__report_8hpp" name="connect_report.hpp" local="yes" imported="no">by_name/connect_report.hpp</includes>
    <includes id="query__subject_8hpp" name="query_subject.hpp" local="yes" imported="no">by_name/query_subject.hpp</includes>
    <includes id="by__name_2resolver_8hpp" name="resolver.hpp" local="yes" imported="no">by_name/resolver.hpp</includes>
    <includes id="transport_8hpp" name="transport.hpp" local="yes" imported="no">by_name/transport.hpp</includes>
    <includes id="happy__eyeballs_8hpp" name="happy_eyeballs.hpp" local="yes" imported="no">happy_eyeballs.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>connect_by_name</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga6887d62f3a084fbc68b2054d9c82c84d</anchor>
      <arglist>(resolver&lt; Endpoint &gt; &amp;names, Transport &amp;transport, std::string host, std::string service, configurable_values values={}, connect_report&lt; Endpoint &gt; *report=nullptr) -&gt; task&lt; typename detail::operation_of&lt; decltype(transport.attempt(std::declval&lt; const Endpoint &amp; &gt;(), std::size_t()))&gt;::value_type &gt;</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>as_result.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>as__result_8hpp.html</filename>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">task.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>as_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga85c0e015577eddbb0d07e5875f9cdf56</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>as_outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5247eb6989e4780186d11912e68e2bad</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>dataflow_variable.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>dataflow__variable_8hpp.html</filename>
    <includes id="operation_8hpp" name="operation.hpp" local="yes" imported="no">operation.hpp</includes>
    <class kind="struct">eyeballs::dataflow_variable</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>as_operation.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/detail/</path>
    <filename>as__operation_8hpp.html</filename>
    <includes id="operation_8hpp" name="operation.hpp" local="yes" imported="no">../operation.hpp</includes>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>join.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>join_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>join</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga9a825f269054b6b532d804cbf7f7fdaf</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>operation.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>operation_8hpp.html</filename>
    <includes id="result_8hpp" name="result.hpp" local="yes" imported="no">result.hpp</includes>
    <includes id="core_2scheduler_8hpp" name="scheduler.hpp" local="yes" imported="no">scheduler.hpp</includes>
    <class kind="struct">eyeballs::environment</class>
    <namespace>eyeballs</namespace>
    <concept>eyeballs::operation</concept>
    <member kind="enumeration">
      <type></type>
      <name>start_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga559f071ca4f0b67f077343a23954b022</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022add2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
    </member>
  </compound>
  <compound kind="file">
    <name>race.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>race_8hpp.html</filename>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>race</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaabd357ed7227679ba666f10653fe74df</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>result.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>result_8hpp.html</filename>
    <includes id="core_2error_8hpp" name="error.hpp" local="yes" imported="no">error.hpp</includes>
    <class kind="struct">eyeballs::stopped_t</class>
    <namespace>eyeballs</namespace>
    <member kind="typedef">
      <type>detail::basic_result&lt; T &gt;</type>
      <name>result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0ab7093b53a0c3e20dd4bf328deee0a1</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_result&lt; T, stopped_t &gt;</type>
      <name>outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1aa4471a6828190fbc2f7f056d3a3d8f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>constexpr stopped_t</type>
      <name>stopped</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf855badd9fcc6e6725c4106ec2f7fedc</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>shield.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>shield_8hpp.html</filename>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">as_result.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>shield</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga4f68e2869b6080f611481e006f9e7efd</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>sleep.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>sleep_8hpp.html</filename>
    <includes id="operation_8hpp" name="operation.hpp" local="yes" imported="no">operation.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>sleep</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0f84ade06480279c4607cf6d64ced6ad</anchor>
      <arglist>(Duration d) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>never</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae5b5719e3997d4f85924cad9be2823cd</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>stop.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>stop_8hpp.html</filename>
    <class kind="struct">eyeballs::stop_token</class>
    <class kind="struct">eyeballs::stop_source</class>
    <class kind="struct">eyeballs::stop_callback</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>task.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>task_8hpp.html</filename>
    <class kind="struct">eyeballs::task</class>
    <namespace>eyeballs</namespace>
  </compound>
  <compound kind="file">
    <name>this_task.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>this__task_8hpp.html</filename>
    <includes id="operation_8hpp" name="operation.hpp" local="yes" imported="no">operation.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>current_environment</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf5c131b20b353c44bb498c17c7e667ba</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_requested</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga74c5056fdd779a2617e17d7d328128af</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga33ac531d99d77e7edc8e2f4685b39e33</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>yield_turn</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gacba839f6aa8fa47cf39c89e30dfed5b3</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>timeout.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/core/</path>
    <filename>timeout_8hpp.html</filename>
    <includes id="sleep_8hpp" name="sleep.hpp" local="yes" imported="no">sleep.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>timeout</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gafea8ce9b31fd3fa3462e5870ce0ca4be</anchor>
      <arglist>(A &amp;&amp;a, Duration d)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>happy_eyeballs.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/</path>
    <filename>happy__eyeballs_8hpp.html</filename>
    <includes id="as__result_8hpp" name="as_result.hpp" local="yes" imported="no">core/as_result.hpp</includes>
    <includes id="dataflow__variable_8hpp" name="dataflow_variable.hpp" local="yes" imported="no">core/dataflow_variable.hpp</includes>
    <includes id="join_8hpp" name="join.hpp" local="yes" imported="no">core/join.hpp</includes>
    <includes id="race_8hpp" name="race.hpp" local="yes" imported="no">core/race.hpp</includes>
    <includes id="sleep_8hpp" name="sleep.hpp" local="yes" imported="no">core/sleep.hpp</includes>
    <includes id="this__task_8hpp" name="this_task.hpp" local="yes" imported="no">core/this_task.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga50c614aa1b666bac1edb69208bed3b39</anchor>
      <arglist>(Delay &amp;&amp;delay, Close &amp;&amp;close, Connectors &amp;&amp;connectors)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>gabc9577f2b45d19646f292659f241b7fd</anchor>
      <arglist>(Delay &amp;&amp;delay, Connectors &amp;&amp;connectors)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>virtual_time.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/testing/</path>
    <filename>virtual__time_8hpp.html</filename>
    <includes id="task_8hpp" name="task.hpp" local="yes" imported="no">../core/task.hpp</includes>
    <class kind="class">eyeballs::virtual_run</class>
    <class kind="class">eyeballs::virtual_time</class>
    <class kind="struct">eyeballs::virtual_time::pending_work</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>outcome&lt; T &gt;</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>gadef22f408823e4e41bb6558c8740d8f5</anchor>
      <arglist>(task&lt; T &gt; t)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>ga6dee91818bcc82aa296be27096a4cac8</anchor>
      <arglist>(A a)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>connect_timeline.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/trace/</path>
    <filename>connect__timeline_8hpp.html</filename>
    <includes id="time_8hpp" name="time.hpp" local="yes" imported="no">../base/time.hpp</includes>
    <includes id="connect__report_8hpp" name="connect_report.hpp" local="yes" imported="no">../by_name/connect_report.hpp</includes>
    <class kind="struct">eyeballs::timeline_row</class>
    <class kind="struct">eyeballs::connect_timeline</class>
    <namespace>eyeballs</namespace>
    <member kind="enumeration">
      <type></type>
      <name>timeline_mark</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga17ecc9091a4321c0264aae733f716ed2</anchor>
      <arglist></arglist>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2abef43a30845ab1a8e7dd32f6f7a9de3b">answered</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a06aa6fa8bdc2078e7e1bd903e70c8f6a">connected</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="function">
      <type>connect_timeline</type>
      <name>timeline_of</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga4ac3b70983ea99cb47881d6e4b4978c4</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, std::string title, Text text_of)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>report_text.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/trace/</path>
    <filename>report__text_8hpp.html</filename>
    <includes id="connect__timeline_8hpp" name="connect_timeline.hpp" local="yes" imported="no">connect_timeline.hpp</includes>
    <includes id="timeline__text_8hpp" name="timeline_text.hpp" local="yes" imported="no">timeline_text.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga8656935417f70cf0aa7a4c46b5534c5a</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, Text text_of)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>timeline_svg.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/trace/</path>
    <filename>timeline__svg_8hpp.html</filename>
    <includes id="connect__timeline_8hpp" name="connect_timeline.hpp" local="yes" imported="no">connect_timeline.hpp</includes>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::string</type>
      <name>to_svg</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga6888c42f4623baa1b42282cc11b3fbbe</anchor>
      <arglist>(const connect_timeline &amp;t)</arglist>
    </member>
  </compound>
  <compound kind="file">
    <name>timeline_text.hpp</name>
    <path>/tmp/wt/learn/include/eyeballs/trace/</path>
    <filename>timeline__text_8hpp.html</filename>
    <includes id="connect__timeline_8hpp" name="connect_timeline.hpp" local="yes" imported="no">connect_timeline.hpp</includes>
    <class kind="struct">eyeballs::timeline_style</class>
    <namespace>eyeballs</namespace>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga82865f30f969274ade3487cd20117152</anchor>
      <arglist>(const connect_timeline &amp;t, const timeline_style &amp;style={})</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::address_filter</name>
    <filename>classeyeballs_1_1address__filter.html</filename>
    <member kind="function" virtualness="pure">
      <type>virtual error_code</type>
      <name>admit</name>
      <anchorfile>classeyeballs_1_1address__filter.html</anchorfile>
      <anchor>a29ec6c79d1cf234173301dc3a0b93793</anchor>
      <arglist>(const tcp::endpoint &amp;found)=0</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_report::attempt</name>
    <filename>structeyeballs_1_1connect__report_1_1attempt.html</filename>
    <member kind="variable">
      <type>Endpoint</type>
      <name>endpoint</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1attempt.html</anchorfile>
      <anchor>a71b6f296ec90615e6e61c429acafd862</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>report_state</type>
      <name>state</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1attempt.html</anchorfile>
      <anchor>a1f0c650a0505ac3babdde38bebf45357</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; error &gt;</type>
      <name>why</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1attempt.html</anchorfile>
      <anchor>a014e3364f02d4a6aa5e4d29eaf371571</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>time_point</type>
      <name>started</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1attempt.html</anchorfile>
      <anchor>a3ff1b823a51a02f6f9e2e2c920633a2d</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; time_point &gt;</type>
      <name>ended</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1attempt.html</anchorfile>
      <anchor>a5717b677bbccaf7685024e913706a3de</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::attempt_observer</name>
    <filename>classeyeballs_1_1attempt__observer.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>started</name>
      <anchorfile>classeyeballs_1_1attempt__observer.html</anchorfile>
      <anchor>a689a387e9107cef11c5a8751a876e337</anchor>
      <arglist>(std::size_t index, const Endpoint &amp;endpoint) noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>ended</name>
      <anchorfile>classeyeballs_1_1attempt__observer.html</anchorfile>
      <anchor>a6ca0809f6a2fe3ab7465ba59c1675346</anchor>
      <arglist>(std::size_t index, const Endpoint &amp;endpoint, bool connected, const error *why) noexcept=0</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::attempt_subject</name>
    <filename>structeyeballs_1_1attempt__subject.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="function">
      <type>std::string</type>
      <name>about</name>
      <anchorfile>structeyeballs_1_1attempt__subject.html</anchorfile>
      <anchor>a87abecfdac4d03ad449ec95d49fe6ef9</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="variable">
      <type>Endpoint</type>
      <name>endpoint</name>
      <anchorfile>structeyeballs_1_1attempt__subject.html</anchorfile>
      <anchor>ae0c7ed45ae3d11b1a69bb32bafc54e64</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string(*</type>
      <name>text_of</name>
      <anchorfile>structeyeballs_1_1attempt__subject.html</anchorfile>
      <anchor>a8c92a3007a18b49dea80790c510a594a</anchor>
      <arglist>)(const Endpoint &amp;)</arglist>
    </member>
    <member kind="variable">
      <type>time_limit</type>
      <name>reached</name>
      <anchorfile>structeyeballs_1_1attempt__subject.html</anchorfile>
      <anchor>ad4a371c3c93665a8a61496c0fe8e7025</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::cares_resolver</name>
    <filename>classeyeballs_1_1cares__resolver.html</filename>
    <base>resolver&lt; tcp::endpoint &gt;</base>
    <member kind="function">
      <type></type>
      <name>cares_resolver</name>
      <anchorfile>classeyeballs_1_1cares__resolver.html</anchorfile>
      <anchor>a0d199d3e471dc82619ca4ac57ec02df5</anchor>
      <arglist>(std::string servers={})</arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; tcp::endpoint &gt; &gt;</type>
      <name>resolve</name>
      <anchorfile>classeyeballs_1_1cares__resolver.html</anchorfile>
      <anchor>aca6651985e0d2cbcb836f2ff868feb8f</anchor>
      <arglist>(std::string host, std::string service, address_family family) override</arglist>
    </member>
    <member kind="function" static="yes">
      <type>static bool</type>
      <name>valid_servers</name>
      <anchorfile>classeyeballs_1_1cares__resolver.html</anchorfile>
      <anchor>a586470d0475f8bd6c9a165fb443e73bf</anchor>
      <arglist>(const std::string &amp;servers) noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::configurable_values</name>
    <filename>structeyeballs_1_1configurable__values.html</filename>
    <member kind="variable">
      <type>duration</type>
      <name>resolution_delay</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a1eb6548f8c2e8ea2d80879d71c98b80c</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>resolution_timeout</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a3d99f547dc658928d91991615de2736f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>first_family_count</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a71764a2770eb9758eb52b0bc913a106c</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>attempt_delay</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a88fa2366d6cc93389c179dc5d152b15a</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>minimum_attempt_delay</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a7f3000cead97087b048254fd0b3e3014</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>maximum_attempt_delay</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a1c3f704ed101191158f782d00b005f72</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>failure_delay</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>aabf7f1aa15e41b4316290f4fa261384d</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>max_attempts_in_flight</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a32acaaaa8883a4154be71184f0262293</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>max_addresses</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a27d92643f5911b175313d42cd128df5f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>bool</type>
      <name>ask_v6</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>ae67dba46dfa1de18c190b07971b59a83</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>bool</type>
      <name>ask_v4</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a7dea6fc9232d3cb4fac90e7b585ed3a3</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>address_family</type>
      <name>preferred_family</name>
      <anchorfile>structeyeballs_1_1configurable__values.html</anchorfile>
      <anchor>a4e6ae7346f4a884678e79ffc63140a35</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_event</name>
    <filename>structeyeballs_1_1connect__event.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="variable">
      <type>connect_event_kind</type>
      <name>what</name>
      <anchorfile>structeyeballs_1_1connect__event.html</anchorfile>
      <anchor>a04400955f56963882f57363d6433da71</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>index</name>
      <anchorfile>structeyeballs_1_1connect__event.html</anchorfile>
      <anchor>a18d319f99a80c413dc6a3b118e1472ff</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>time_point</type>
      <name>when</name>
      <anchorfile>structeyeballs_1_1connect__event.html</anchorfile>
      <anchor>a4ab8e18a5efa5ff96693a82722046439</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>const connect_report&lt; Endpoint &gt; &amp;</type>
      <name>report</name>
      <anchorfile>structeyeballs_1_1connect__event.html</anchorfile>
      <anchor>aa48480794731205f339f124b29a02a20</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::connect_observer</name>
    <filename>classeyeballs_1_1connect__observer.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="typedef">
      <type>connect_event&lt; Endpoint &gt;</type>
      <name>event</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>a05d801d300d57ff360b77d4aa1afa8fa</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>connect_observer</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>a3be78ad7bf95469c3554162c5606a8e7</anchor>
      <arglist>() noexcept=default</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>connect_observer</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>a51639663fef87763e4c20b6740e4da20</anchor>
      <arglist>(const connect_observer &amp;) noexcept</arglist>
    </member>
    <member kind="function">
      <type>connect_observer &amp;</type>
      <name>operator=</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>aa6e5a5fcbd7c83c5bd1d489a0c355a7a</anchor>
      <arglist>(const connect_observer &amp;) noexcept</arglist>
    </member>
    <member kind="function">
      <type>connect_observer &amp;</type>
      <name>operator=</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>a85a9635a890b0f1589f1b168adac5111</anchor>
      <arglist>(Observer &amp;observer) noexcept</arglist>
    </member>
    <member kind="function">
      <type>connect_observer &amp;</type>
      <name>operator=</name>
      <anchorfile>classeyeballs_1_1connect__observer.html</anchorfile>
      <anchor>a1f33975c587343d63419db9067b705d6</anchor>
      <arglist>(std::nullptr_t) noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_options</name>
    <filename>structeyeballs_1_1connect__options.html</filename>
    <member kind="variable">
      <type>duration</type>
      <name>attempt_delay</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a8791a8ccd05241204f99b7cb11991a4d</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>minimum_attempt_delay</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a5ddcb35097c9cc4192b5dae285ab558f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>maximum_attempt_delay</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a5fd259dc0c086d9e8a7d100b044ad2b8</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>failure_delay</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>aa180cc528ee9366cf8a9637338f4c6ae</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>resolution_delay</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a22ab822a9278e5730d72e0d75db1a436</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>resolution_timeout</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>aa267735e7ac5d2ac9cf1dbca02cef8ad</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>first_family_count</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>aaca91bb5788348a29882cdf2e4cfbfd3</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; address_family &gt;</type>
      <name>preferred_family</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>ac92be799545707e8402af472ad8a10a6</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>attempt_timeout</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a748558e019487aa6de1fd30407e4623e</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>timeout</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>afd3b96e7dc9a61d81689ac49057f3b5c</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>max_attempts_in_flight</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a59c0f2a52aaef7b3c72d019719487b7b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>max_addresses</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a4dc0ffd42562895bbaa7c5b62a5ab804</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; detail::asio::ip::address_v4 &gt;</type>
      <name>local_v4</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a3d428a63d6eb37f96d66c5be6bf02b06</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; detail::asio::ip::address_v6 &gt;</type>
      <name>local_v6</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a8291ab058bc6f98785b0f6217c06826a</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>eyeballs::resolver&lt; tcp::endpoint &gt; *</type>
      <name>resolver</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a4bda5245d6267b72d3cdb383186519ec</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>eyeballs::history *</type>
      <name>history</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>abc68c01da3dd9c81d396f7dd9944d48a</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string_view</type>
      <name>history_key</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>ae33da328586491b0f582b81a6ef1402b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>const policy_table *</type>
      <name>policy</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>afe8719d42c0f0d81ec4d7cef6546a61c</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>address_filter *</type>
      <name>admit</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>ab679e7b383e1fee84960a962f8a2b841</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>socket_preparer *</type>
      <name>prepare</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>a36fcb6f73f0e3a35a199be0e62095432</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>attempt_observer&lt; tcp::endpoint &gt; *</type>
      <name>observer</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>af2eb8f37b2328ef96323585787847c81</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>connect_report&lt; tcp::endpoint &gt; *</type>
      <name>report</name>
      <anchorfile>structeyeballs_1_1connect__options.html</anchorfile>
      <anchor>aa96fd6650c7633a7a4913f629e692e51</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_report</name>
    <filename>structeyeballs_1_1connect__report.html</filename>
    <templarg>class Endpoint</templarg>
    <class kind="struct">eyeballs::connect_report::attempt</class>
    <class kind="struct">eyeballs::connect_report::omission</class>
    <class kind="struct">eyeballs::connect_report::query</class>
    <member kind="function">
      <type>void</type>
      <name>leave_out</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a81272ae5972fd77704ee2bf2e7245098</anchor>
      <arglist>(Endpoint endpoint, error why)</arglist>
    </member>
    <member kind="variable">
      <type>time_point</type>
      <name>began</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>ac8e2739f0c8647522955e1a62086ba82</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; time_point &gt;</type>
      <name>ended</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a781c80153a98a3b6ff6e5e555653ae60</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::vector&lt; query &gt;</type>
      <name>queries</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a496ecf9ddb404f2d1337f2d423f2c091</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::vector&lt; attempt &gt;</type>
      <name>attempts</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a116d811c76bfe39ae8cbddd4e8e7f115</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::vector&lt; omission &gt;</type>
      <name>left_out</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a6534bf9f3d349b0e5f92beeed0db2c6b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>beyond_the_limit</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a17d59ec1d057b017ad49afe02360fa81</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>connect_observer&lt; Endpoint &gt;</type>
      <name>observer</name>
      <anchorfile>structeyeballs_1_1connect__report.html</anchorfile>
      <anchor>a3267f8673d8039b2ee34b94dac25139b</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_subject</name>
    <filename>structeyeballs_1_1connect__subject.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="function">
      <type>std::string</type>
      <name>about</name>
      <anchorfile>structeyeballs_1_1connect__subject.html</anchorfile>
      <anchor>abc2608037b37f0b8430fb36fac73ca8b</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>host</name>
      <anchorfile>structeyeballs_1_1connect__subject.html</anchorfile>
      <anchor>a4969c64fdb6f0eb33f2fa80b24c409ea</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>service</name>
      <anchorfile>structeyeballs_1_1connect__subject.html</anchorfile>
      <anchor>a96b413b71846c4fd34066545fc18db71</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>connect_report&lt; Endpoint &gt;</type>
      <name>report</name>
      <anchorfile>structeyeballs_1_1connect__subject.html</anchorfile>
      <anchor>ab26ae32653e0bbb581d6532de9b51c0a</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>time_limit</type>
      <name>reached</name>
      <anchorfile>structeyeballs_1_1connect__subject.html</anchorfile>
      <anchor>ab83dfaae4e3b38e9b62727bbb2864cb0</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_timeline</name>
    <filename>structeyeballs_1_1connect__timeline.html</filename>
    <member kind="variable">
      <type>std::string</type>
      <name>title</name>
      <anchorfile>structeyeballs_1_1connect__timeline.html</anchorfile>
      <anchor>a5ea80eab73b794b87d150ae946ece945</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>length</name>
      <anchorfile>structeyeballs_1_1connect__timeline.html</anchorfile>
      <anchor>a6d6537f24ce2ef5715f8097ea1764ff3</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::vector&lt; timeline_row &gt;</type>
      <name>rows</name>
      <anchorfile>structeyeballs_1_1connect__timeline.html</anchorfile>
      <anchor>a19a80e1a07f9b4acce729d3b7bc5b97f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>beyond_the_limit</name>
      <anchorfile>structeyeballs_1_1connect__timeline.html</anchorfile>
      <anchor>ace4e152e631671283f0c98c00da96e1a</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connectivity</name>
    <filename>structeyeballs_1_1connectivity.html</filename>
    <member kind="enumeration">
      <type></type>
      <name>reach</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>a8e19165200e52b32fef321cf72e44ec0</anchor>
      <arglist></arglist>
      <enumvalue file="structeyeballs_1_1connectivity.html" anchor="a8e19165200e52b32fef321cf72e44ec0a03840d46dad93250d938b39d1357fbae">nowhere</enumvalue>
      <enumvalue file="structeyeballs_1_1connectivity.html" anchor="a8e19165200e52b32fef321cf72e44ec0a59ea424568c393a39971aac664b73d9f">somewhere</enumvalue>
      <enumvalue file="structeyeballs_1_1connectivity.html" anchor="a8e19165200e52b32fef321cf72e44ec0ac3581516868fb3b71746931cac66390e">internet</enumvalue>
    </member>
    <member kind="function">
      <type>constexpr reach</type>
      <name>of</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>a2a50d3b26a9e492143eabcbd0b36c96a</anchor>
      <arglist>(address_family f) const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>asks_for</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>af9b780e4f4b87af4d28792fdb12479d4</anchor>
      <arglist>(address_family f) const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr address_family</type>
      <name>preferred</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>a4185301b6e5fcfd53dd9df4c3da1e4c5</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>v6_only</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>a0a2f6dc3b39804cfc74e8ef0165880ce</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="variable">
      <type>reach</type>
      <name>v6</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>aac1c6a18d2dea10f2b81b40411e2eb7b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>reach</type>
      <name>v4</name>
      <anchorfile>structeyeballs_1_1connectivity.html</anchorfile>
      <anchor>af96df5988a92d570322468443de8c643</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::dataflow_variable</name>
    <filename>structeyeballs_1_1dataflow__variable.html</filename>
    <templarg>class T</templarg>
    <member kind="function">
      <type>bool</type>
      <name>set</name>
      <anchorfile>structeyeballs_1_1dataflow__variable.html</anchorfile>
      <anchor>af190a62d09f1baefaa651cb42b374e97</anchor>
      <arglist>(Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>has_value</name>
      <anchorfile>structeyeballs_1_1dataflow__variable.html</anchorfile>
      <anchor>adb55e143e93ef5d00ba4912f2d1c1a0a</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>detail::stored&lt; T &gt; &amp;</type>
      <name>value</name>
      <anchorfile>structeyeballs_1_1dataflow__variable.html</anchorfile>
      <anchor>a773dbe2c72ac408cdabbfbbb4a1bd4f9</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>reader</type>
      <name>wait</name>
      <anchorfile>structeyeballs_1_1dataflow__variable.html</anchorfile>
      <anchor>a09a15ae1229717c2369bbf1607dac7da</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::endpoint_list</name>
    <filename>classeyeballs_1_1endpoint__list.html</filename>
    <templarg>class Endpoint</templarg>
    <templarg>class FamilyOf</templarg>
    <templarg>class Sort</templarg>
    <member kind="function">
      <type></type>
      <name>endpoint_list</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a98b25ecd74392f1f6535c9aeb1b0e323</anchor>
      <arglist>(FamilyOf family_of, Sort sort, std::size_t first_family_count=1, std::size_t most=std::numeric_limits&lt; std::size_t &gt;::max())</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>add</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a14fc065ae62b1a291745d8eccb108208</anchor>
      <arglist>(address_family asked, std::vector&lt; Endpoint &gt; endpoints)</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>replace</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a3e14779401886cd19dcb263eac5af82e</anchor>
      <arglist>(address_family asked, std::vector&lt; Endpoint &gt; endpoints)</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>remove</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a6c130b613d14a94bd57ccdb2cc9942d8</anchor>
      <arglist>(const std::vector&lt; Endpoint &gt; &amp;endpoints)</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>fail</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a033eac7433dadab3eeef45f76ea6b187</anchor>
      <arglist>(address_family asked, error why)</arglist>
    </member>
    <member kind="function">
      <type>std::optional&lt; Endpoint &gt;</type>
      <name>next</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a2bc8cc714579c3dabce2f1ddbf36fa7c</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>has_next</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>ada037c47912271e5c0b5916d09d4b7b1</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>has_next</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a4f723b5b3735c6f5c5101256a6e1c428</anchor>
      <arglist>(address_family family)</arglist>
    </member>
    <member kind="function">
      <type>std::size_t</type>
      <name>beyond_the_limit</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a8acc3356a86abada477fb8bc39725d73</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="function">
      <type>const std::vector&lt; Endpoint &gt; &amp;</type>
      <name>sorted</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>acbbddd4fd5b7f2bff852987626709902</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>answered</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>aaf8b979cdaab8f7ea80f69ef78b0ee90</anchor>
      <arglist>(address_family asked) const noexcept</arglist>
    </member>
    <member kind="function">
      <type>const error *</type>
      <name>error_of</name>
      <anchorfile>classeyeballs_1_1endpoint__list.html</anchorfile>
      <anchor>a1a40d4735c6b38c84ca3fd267495a99d</anchor>
      <arglist>(address_family asked) const noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::environment</name>
    <filename>structeyeballs_1_1environment.html</filename>
    <member kind="variable">
      <type>stop_token</type>
      <name>stop</name>
      <anchorfile>structeyeballs_1_1environment.html</anchorfile>
      <anchor>a7f3046499eadea9ce54d1dadc3e2a97b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>scheduler *</type>
      <name>where</name>
      <anchorfile>structeyeballs_1_1environment.html</anchorfile>
      <anchor>a06ec32f8af5bcbeacbf13f80203f942c</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::error</name>
    <filename>structeyeballs_1_1error.html</filename>
    <member kind="function">
      <type></type>
      <name>error</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>a7688e79d6e74ed5401bf35abd3fb6f70</anchor>
      <arglist>(std::error_code code) noexcept</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>error</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>adedcc3a139b636ebae7ccd09410b2b21</anchor>
      <arglist>(std::error_code code, Subject subject, std::vector&lt; error &gt; causes={})</arglist>
    </member>
    <member kind="function">
      <type>const std::error_code &amp;</type>
      <name>code</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>a8913cba185e87d26bb60cb830227ef0f</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>about</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>af4dc9ae55f41f6a42a761d0ffe443c89</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="function">
      <type>const Subject *</type>
      <name>subject_as</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>ae29d0ffbcc01a92560b89446f364bbe6</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>const std::vector&lt; error &gt; &amp;</type>
      <name>causes</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>af50b9347f97d4643bb4525d67fd93152</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>message</name>
      <anchorfile>structeyeballs_1_1error.html</anchorfile>
      <anchor>a568267b4e39e0284597b66d81850e6e4</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="function">
      <type>std::exception_ptr</type>
      <name>exception</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1156d63a418604d1e4ccc7ce3eec2969</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="function" static="yes">
      <type>static error</type>
      <name>current</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga12b3ed485e17acebe5fe235c08dc06ad</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::failure</name>
    <filename>structeyeballs_1_1failure.html</filename>
    <base>eyeballs::error</base>
    <member kind="function">
      <type></type>
      <name>failure</name>
      <anchorfile>structeyeballs_1_1failure.html</anchorfile>
      <anchor>ad17e834cd646db39ba1e2cbac15a9213</anchor>
      <arglist>(error why) noexcept</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>failure</name>
      <anchorfile>structeyeballs_1_1failure.html</anchorfile>
      <anchor>a290178127f6b80cd0bd913e28270bf75</anchor>
      <arglist>(std::errc code, Subject &amp;&amp;... subject)</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>error</name>
      <anchorfile>structeyeballs_1_1failure.html</anchorfile>
      <anchor>a7688e79d6e74ed5401bf35abd3fb6f70</anchor>
      <arglist>(std::error_code code) noexcept</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>error</name>
      <anchorfile>structeyeballs_1_1failure.html</anchorfile>
      <anchor>adedcc3a139b636ebae7ccd09410b2b21</anchor>
      <arglist>(std::error_code code, Subject subject, std::vector&lt; error &gt; causes={})</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::history</name>
    <filename>classeyeballs_1_1history.html</filename>
    <member kind="function">
      <type></type>
      <name>history</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>a064457d6606c24f83f89f8d10fc94294</anchor>
      <arglist>(std::size_t capacity=1024, std::size_t ignore_every=16) noexcept</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>add_rtt</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>aa1d9ed76b989cf72b5f2aedfbb3e1ce5</anchor>
      <arglist>(std::string_view key, const ip_address &amp;address, std::chrono::nanoseconds rtt)</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>add_use</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>ac83fb48eb431d39cd2bc97c466498aa0</anchor>
      <arglist>(std::string_view key, const ip_address &amp;address)</arglist>
    </member>
    <member kind="function">
      <type>history_view</type>
      <name>view</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gad064b24c74df2e30fb0af2f7089f832e</anchor>
      <arglist>(std::string_view key)</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>flush</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>a1bc05a8a7c205c5ce3d85842bd3b0265</anchor>
      <arglist>(std::string_view key) noexcept</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>flush</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>aea32304e92605e6ddce4c94f03dee693</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::size_t</type>
      <name>size</name>
      <anchorfile>classeyeballs_1_1history.html</anchorfile>
      <anchor>ac1bda0d96139992c538a3e661c963793</anchor>
      <arglist>() const noexcept</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::history_view</name>
    <filename>classeyeballs_1_1history__view.html</filename>
    <member kind="function">
      <type>std::optional&lt; std::chrono::nanoseconds &gt;</type>
      <name>rtt</name>
      <anchorfile>classeyeballs_1_1history__view.html</anchorfile>
      <anchor>a76ab80cc92ab3766647ba3bbd5d0c74b</anchor>
      <arglist>(const ip_address &amp;address) const noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>used</name>
      <anchorfile>classeyeballs_1_1history__view.html</anchorfile>
      <anchor>adc6eeefbc296d20993aa1a3410d8c1d9</anchor>
      <arglist>(const ip_address &amp;address) const noexcept</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::ip_address</name>
    <filename>classeyeballs_1_1ip__address.html</filename>
    <member kind="typedef">
      <type>std::array&lt; std::uint8_t, 4 &gt;</type>
      <name>v4_bytes</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a9258535638cb06accffbcde57847f611</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>std::array&lt; std::uint8_t, 16 &gt;</type>
      <name>v6_bytes</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>ab4cda178b7a899428d1904d5b414e367</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type>constexpr</type>
      <name>ip_address</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a06692b18dbb103fac449c782c7ed3d26</anchor>
      <arglist>() noexcept=default</arglist>
    </member>
    <member kind="function">
      <type>constexpr</type>
      <name>ip_address</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a414cb258c04058eb8c0be5a6b024a099</anchor>
      <arglist>(const v4_bytes &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr</type>
      <name>ip_address</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a03eab9f03ac36e8e0d7a8b808e0bee23</anchor>
      <arglist>(const v6_bytes &amp;v6, std::uint32_t scope_id=0) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>is_v4</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a8bf88c7e444f7577cf1ccb8bdbfe9e97</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>is_v6</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a08a88b49f0b6d2e7ce2536b379c58b4a</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr const v6_bytes &amp;</type>
      <name>bytes</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a6bdd3451d0b6f759fe36c26fbd89e77d</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr v4_bytes</type>
      <name>to_v4</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>aa5a5c4d7a26d54a90594a0ec774e9940</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr std::uint32_t</type>
      <name>scope_id</name>
      <anchorfile>classeyeballs_1_1ip__address.html</anchorfile>
      <anchor>a8ca3fa73b0e5f8e3d7e6b1a531505d72</anchor>
      <arglist>() const noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>std::is_error_code_enum&lt; eyeballs::errc &gt;</name>
    <filename>structstd_1_1is__error__code__enum_3_01eyeballs_1_1errc_01_4.html</filename>
  </compound>
  <compound kind="class">
    <name>eyeballs::nat64_prefix</name>
    <filename>classeyeballs_1_1nat64__prefix.html</filename>
    <member kind="function">
      <type>constexpr</type>
      <name>nat64_prefix</name>
      <anchorfile>classeyeballs_1_1nat64__prefix.html</anchorfile>
      <anchor>a4d264aababe0077585e34acdcdde4175</anchor>
      <arglist>(const ip_address &amp;address, int length)</arglist>
    </member>
    <member kind="function">
      <type>constexpr const ip_address &amp;</type>
      <name>address</name>
      <anchorfile>classeyeballs_1_1nat64__prefix.html</anchorfile>
      <anchor>a87a067295edc8a7669158b4b88e35c01</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr int</type>
      <name>length</name>
      <anchorfile>classeyeballs_1_1nat64__prefix.html</anchorfile>
      <anchor>a0612c47b5080e4f0ee91c723d07d599f</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr std::size_t</type>
      <name>position</name>
      <anchorfile>classeyeballs_1_1nat64__prefix.html</anchorfile>
      <anchor>a0c865ccf89fe3e660719f2c7ba551855</anchor>
      <arglist>(std::size_t i) const noexcept</arglist>
    </member>
    <member kind="variable" static="yes">
      <type>static constexpr std::array&lt; int, 6 &gt;</type>
      <name>lengths</name>
      <anchorfile>classeyeballs_1_1nat64__prefix.html</anchorfile>
      <anchor>a7a08b94479500d59602a4117b1eed05d</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_report::omission</name>
    <filename>structeyeballs_1_1connect__report_1_1omission.html</filename>
    <member kind="variable">
      <type>Endpoint</type>
      <name>endpoint</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1omission.html</anchorfile>
      <anchor>a5efd0950618cc6c1a18ead9ce293fd9e</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>error</type>
      <name>why</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1omission.html</anchorfile>
      <anchor>a42e191d2cc0e2d0ee90757d6538c3a55</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::omission_subject</name>
    <filename>structeyeballs_1_1omission__subject.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="function">
      <type>std::string</type>
      <name>about</name>
      <anchorfile>structeyeballs_1_1omission__subject.html</anchorfile>
      <anchor>a803fa67ebd7c4734d5cb0352d21f4ec5</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="variable">
      <type>Endpoint</type>
      <name>endpoint</name>
      <anchorfile>structeyeballs_1_1omission__subject.html</anchorfile>
      <anchor>a99084d6e169f7a8b4bfef09227d7d3a7</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>text</name>
      <anchorfile>structeyeballs_1_1omission__subject.html</anchorfile>
      <anchor>a335cb739facf0cfe902f35ed97fbe2b5</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::virtual_time::pending_work</name>
    <filename>structeyeballs_1_1virtual__time_1_1pending__work.html</filename>
    <member kind="variable">
      <type>std::size_t</type>
      <name>waits</name>
      <anchorfile>structeyeballs_1_1virtual__time_1_1pending__work.html</anchorfile>
      <anchor>aed1482bf60c0fcaecb61bcfb02e3592b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>timers</name>
      <anchorfile>structeyeballs_1_1virtual__time_1_1pending__work.html</anchorfile>
      <anchor>a43d486a5aaceee64c077eb7501c8c576</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; duration &gt;</type>
      <name>next</name>
      <anchorfile>structeyeballs_1_1virtual__time_1_1pending__work.html</anchorfile>
      <anchor>aea5555205ac1b1ef886a131fba27ae65</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::policy_row</name>
    <filename>structeyeballs_1_1policy__row.html</filename>
    <member kind="variable">
      <type>ip_address</type>
      <name>prefix</name>
      <anchorfile>structeyeballs_1_1policy__row.html</anchorfile>
      <anchor>a96d1c69a16018a0b98ad168f7ceed27e</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>int</type>
      <name>bits</name>
      <anchorfile>structeyeballs_1_1policy__row.html</anchorfile>
      <anchor>a72fc411e87fe1ea2f3ebf1195d0d84ea</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>int</type>
      <name>precedence</name>
      <anchorfile>structeyeballs_1_1policy__row.html</anchorfile>
      <anchor>a1d1e779cec14efa7f5fb9b6ca47ca5f2</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>int</type>
      <name>label</name>
      <anchorfile>structeyeballs_1_1policy__row.html</anchorfile>
      <anchor>a0e5cbadd6ceaaab3b1d7ceb581491160</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::policy_table</name>
    <filename>structeyeballs_1_1policy__table.html</filename>
    <member kind="function">
      <type>constexpr</type>
      <name>policy_table</name>
      <anchorfile>structeyeballs_1_1policy__table.html</anchorfile>
      <anchor>abd12a72869756a41b17c19273edbc94b</anchor>
      <arglist>() noexcept=default</arglist>
    </member>
    <member kind="function">
      <type>constexpr</type>
      <name>policy_table</name>
      <anchorfile>structeyeballs_1_1policy__table.html</anchorfile>
      <anchor>a134219306fd25274d1efcbd34432199c</anchor>
      <arglist>(const Rows &amp;of, std::span&lt; const v4_scope_row &gt; scopes=default_v4_scopes) noexcept</arglist>
    </member>
    <member kind="variable">
      <type>std::span&lt; const policy_row &gt;</type>
      <name>rows</name>
      <anchorfile>structeyeballs_1_1policy__table.html</anchorfile>
      <anchor>aef028225804c7eace8c9db34aca849f2</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::span&lt; const v4_scope_row &gt;</type>
      <name>v4_scopes</name>
      <anchorfile>structeyeballs_1_1policy__table.html</anchorfile>
      <anchor>a9b19939e4c93508af2137eb32cfe1ca5</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::connect_report::query</name>
    <filename>structeyeballs_1_1connect__report_1_1query.html</filename>
    <member kind="variable">
      <type>std::string</type>
      <name>host</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>aacf2eab709c545e255425d7baaaf7f63</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>address_family</type>
      <name>family</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a02043ffbc01894a59a4d6399a536bc83</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>report_state</type>
      <name>state</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a2c2dcf9b9a098f1f88b2eb479af5d74e</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>answers</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a8cd79f8e36077fc8be01ef5fbbd84eda</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; error &gt;</type>
      <name>why</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a5f7f16949adf032a1eca4468d60ac810</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>time_point</type>
      <name>asked</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a21e45d20b1e04c062e46c796b4a8a840</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::optional&lt; time_point &gt;</type>
      <name>ended</name>
      <anchorfile>structeyeballs_1_1connect__report_1_1query.html</anchorfile>
      <anchor>a6cb4900e17e5684737c3a482af47bd8a</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::query_subject</name>
    <filename>structeyeballs_1_1query__subject.html</filename>
    <member kind="function">
      <type>std::string</type>
      <name>about</name>
      <anchorfile>structeyeballs_1_1query__subject.html</anchorfile>
      <anchor>a672624437c26df55d8e4a87f00147a63</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>host</name>
      <anchorfile>structeyeballs_1_1query__subject.html</anchorfile>
      <anchor>aedbbd00d508b878c33fb683cf6532084</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>address_family</type>
      <name>family</name>
      <anchorfile>structeyeballs_1_1query__subject.html</anchorfile>
      <anchor>aabd53a9b4999ade98b6f3aaa43ab3554</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>said</name>
      <anchorfile>structeyeballs_1_1query__subject.html</anchorfile>
      <anchor>af0b8004ac6332e8238a580a6644402b6</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>time_limit</type>
      <name>reached</name>
      <anchorfile>structeyeballs_1_1query__subject.html</anchorfile>
      <anchor>a61538e1235d6e2a4665e13a5ea3ced5a</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::resolver</name>
    <filename>classeyeballs_1_1resolver.html</filename>
    <templarg>class Endpoint</templarg>
    <member kind="function" virtualness="pure">
      <type>virtual task&lt; std::vector&lt; Endpoint &gt; &gt;</type>
      <name>resolve</name>
      <anchorfile>classeyeballs_1_1resolver.html</anchorfile>
      <anchor>aa80310ed9de834b85dd799a182955168</anchor>
      <arglist>(std::string host, std::string service, address_family family)=0</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::scheduler</name>
    <filename>structeyeballs_1_1scheduler.html</filename>
    <member kind="function" virtualness="pure">
      <type>virtual time_point</type>
      <name>now</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a056a305f8e1a9a32229a8502e7ba0aa2</anchor>
      <arglist>() const noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>post</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>aa94976468d264b3a98b11fbf8ccd176d</anchor>
      <arglist>(detail::work_item &amp;) noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>post_last</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a22918b4b3349adc5b6800dde9639df1a</anchor>
      <arglist>(detail::work_item &amp;) noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>post_event</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a0df705206980e52f57a75d4fe5427fc2</anchor>
      <arglist>(detail::work_item &amp;) noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="virtual">
      <type>virtual void</type>
      <name>post_after_events</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a39ee602a0c07782510dbf697ac3e9664</anchor>
      <arglist>(detail::work_item &amp;item) noexcept</arglist>
    </member>
    <member kind="function" virtualness="virtual">
      <type>virtual void</type>
      <name>post_from_anywhere</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a7a998d664d9678fd9e387ac5f1d6d9a8</anchor>
      <arglist>(detail::work_item &amp;item) noexcept</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>arm</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a1200b5b1a6ee5a33cc85e4540ba26f70</anchor>
      <arglist>(detail::timer &amp;) noexcept=0</arglist>
    </member>
    <member kind="function" virtualness="pure">
      <type>virtual void</type>
      <name>disarm</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a9f595e1823a23122d2d65b3d75e56983</anchor>
      <arglist>(detail::timer &amp;) noexcept=0</arglist>
    </member>
    <member kind="variable">
      <type>stop_source</type>
      <name>abandonment</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a4ca7b432737ef816ee85ba07b5d3dc81</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>const char *</type>
      <name>backend</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a693fc95aef1c8f29b29c99f4f5c31b0f</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>waits</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a36f6f584dead38ad6041f7346040da8b</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::size_t</type>
      <name>stop_points</name>
      <anchorfile>structeyeballs_1_1scheduler.html</anchorfile>
      <anchor>a1ad7a13e473eb6768b26fc275b815b08</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::socket_preparer</name>
    <filename>classeyeballs_1_1socket__preparer.html</filename>
    <member kind="function" virtualness="pure">
      <type>virtual error_code</type>
      <name>prepare</name>
      <anchorfile>classeyeballs_1_1socket__preparer.html</anchorfile>
      <anchor>a685dd7e2756f2f90a26d2ba730992c99</anchor>
      <arglist>(tcp::socket &amp;socket, const tcp::endpoint &amp;endpoint)=0</arglist>
    </member>
    <member kind="function" virtualness="virtual">
      <type>virtual error_code</type>
      <name>prepare_translated</name>
      <anchorfile>classeyeballs_1_1socket__preparer.html</anchorfile>
      <anchor>abc8f4dfdcca777b315b94abc3c544c31</anchor>
      <arglist>(tcp::socket &amp;socket, const tcp::endpoint &amp;endpoint, const tcp::endpoint &amp;)</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::source_address</name>
    <filename>structeyeballs_1_1source__address.html</filename>
    <member kind="function">
      <type>constexpr</type>
      <name>source_address</name>
      <anchorfile>structeyeballs_1_1source__address.html</anchorfile>
      <anchor>a469753f15c085e71bc54a0b8c5a4da90</anchor>
      <arglist>(const ip_address &amp;a, bool is_deprecated=false) noexcept</arglist>
    </member>
    <member kind="variable">
      <type>ip_address</type>
      <name>address</name>
      <anchorfile>structeyeballs_1_1source__address.html</anchorfile>
      <anchor>a80f9f5ead3ef436650c786c5d7000165</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>bool</type>
      <name>deprecated</name>
      <anchorfile>structeyeballs_1_1source__address.html</anchorfile>
      <anchor>a9b84499f1180e70775add04e5394ab2c</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::stop_callback</name>
    <filename>structeyeballs_1_1stop__callback.html</filename>
    <templarg>class F</templarg>
    <member kind="function">
      <type></type>
      <name>stop_callback</name>
      <anchorfile>structeyeballs_1_1stop__callback.html</anchorfile>
      <anchor>a1a3aecd29ddd9ad153cba1cbdb4669e6</anchor>
      <arglist>(stop_token token, F f)</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::stop_source</name>
    <filename>structeyeballs_1_1stop__source.html</filename>
    <member kind="function">
      <type></type>
      <name>stop_source</name>
      <anchorfile>structeyeballs_1_1stop__source.html</anchorfile>
      <anchor>afadbe9a3cfecee58d290d11f15bec9f4</anchor>
      <arglist>(stop_token above={}) noexcept</arglist>
    </member>
    <member kind="function">
      <type>stop_token</type>
      <name>token</name>
      <anchorfile>structeyeballs_1_1stop__source.html</anchorfile>
      <anchor>a0cc4dd5c18912138dbb3043562f10ac3</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>request_stop</name>
      <anchorfile>structeyeballs_1_1stop__source.html</anchorfile>
      <anchor>a27ef3977b619a4f4b9e2b9f57bf1525f</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::stop_token</name>
    <filename>structeyeballs_1_1stop__token.html</filename>
    <member kind="function">
      <type></type>
      <name>stop_token</name>
      <anchorfile>structeyeballs_1_1stop__token.html</anchorfile>
      <anchor>abe2e3ee35802138689085c4443d3bbe8</anchor>
      <arglist>()=default</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>stop_requested</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga9e68ec4fbc3f863db425c66f03e0be3b</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>stop_arrived</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga766cc0a40f186a8f4fbc349ff2c42b7c</anchor>
      <arglist>() const noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::stopped_t</name>
    <filename>structeyeballs_1_1stopped__t.html</filename>
  </compound>
  <compound kind="struct">
    <name>eyeballs::task</name>
    <filename>structeyeballs_1_1task.html</filename>
    <templarg>class T</templarg>
    <member kind="typedef">
      <type>T</type>
      <name>value_type</name>
      <anchorfile>structeyeballs_1_1task.html</anchorfile>
      <anchor>a104d2e5c08673b5846ad34a95c81b470</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>task</name>
      <anchorfile>structeyeballs_1_1task.html</anchorfile>
      <anchor>ae08ba57a669f8446b0df906f72a9fdb0</anchor>
      <arglist>(task &amp;&amp;other) noexcept</arglist>
    </member>
    <member kind="function">
      <type></type>
      <name>task</name>
      <anchorfile>structeyeballs_1_1task.html</anchorfile>
      <anchor>a0f5da4bd9596250ed88cc54461ca3fdc</anchor>
      <arglist>(A a)</arglist>
    </member>
    <member kind="function">
      <type>task &amp;</type>
      <name>operator=</name>
      <anchorfile>structeyeballs_1_1task.html</anchorfile>
      <anchor>a2ce910a129fe13aff957d7c4a6061e4b</anchor>
      <arglist>(task other) noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::task_error</name>
    <filename>structeyeballs_1_1task__error.html</filename>
    <member kind="function">
      <type></type>
      <name>task_error</name>
      <anchorfile>structeyeballs_1_1task__error.html</anchorfile>
      <anchor>a6771fc22bdd8c17d01522465489f6ea1</anchor>
      <arglist>(eyeballs::error why)</arglist>
    </member>
    <member kind="function">
      <type>const eyeballs::error &amp;</type>
      <name>error</name>
      <anchorfile>structeyeballs_1_1task__error.html</anchorfile>
      <anchor>afc683eb7fdab34883b01ddcbe0bfca0f</anchor>
      <arglist>() const noexcept</arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::timeline_row</name>
    <filename>structeyeballs_1_1timeline__row.html</filename>
    <member kind="variable">
      <type>std::string</type>
      <name>what</name>
      <anchorfile>structeyeballs_1_1timeline__row.html</anchorfile>
      <anchor>affd09275e69393662e34991643032ef9</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>begin</name>
      <anchorfile>structeyeballs_1_1timeline__row.html</anchorfile>
      <anchor>ab0049b4dfd1c4f83c7ee8904c23c8045</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>duration</type>
      <name>end</name>
      <anchorfile>structeyeballs_1_1timeline__row.html</anchorfile>
      <anchor>a09071863ebc5361a87d86346b57b60df</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>timeline_mark</type>
      <name>mark</name>
      <anchorfile>structeyeballs_1_1timeline__row.html</anchorfile>
      <anchor>adb527f24928a3c2aad60d1163a497e8e</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>std::string</type>
      <name>note</name>
      <anchorfile>structeyeballs_1_1timeline__row.html</anchorfile>
      <anchor>ae1044b0cd289324232a20908ae549819</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::timeline_style</name>
    <filename>structeyeballs_1_1timeline__style.html</filename>
    <member kind="variable">
      <type>std::size_t</type>
      <name>width</name>
      <anchorfile>structeyeballs_1_1timeline__style.html</anchorfile>
      <anchor>a3cc0f228c7a3d562793b5032a947314d</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>bool</type>
      <name>utf8</name>
      <anchorfile>structeyeballs_1_1timeline__style.html</anchorfile>
      <anchor>af9a5befd948fca5c48ffbf3f7a8656dc</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>bool</type>
      <name>colour</name>
      <anchorfile>structeyeballs_1_1timeline__style.html</anchorfile>
      <anchor>a57484063747714bc612d38798f28ac02</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="struct">
    <name>eyeballs::use_task_t</name>
    <filename>structeyeballs_1_1use__task__t.html</filename>
  </compound>
  <compound kind="struct">
    <name>eyeballs::v4_scope_row</name>
    <filename>structeyeballs_1_1v4__scope__row.html</filename>
    <member kind="variable">
      <type>ip_address</type>
      <name>prefix</name>
      <anchorfile>structeyeballs_1_1v4__scope__row.html</anchorfile>
      <anchor>a380120a6ceaa19a3f0596ebc2c0f3352</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>int</type>
      <name>bits</name>
      <anchorfile>structeyeballs_1_1v4__scope__row.html</anchorfile>
      <anchor>a360e16079cf6f8e278cf82fc30ef60a6</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>int</type>
      <name>scope</name>
      <anchorfile>structeyeballs_1_1v4__scope__row.html</anchorfile>
      <anchor>a1799c0d0e4d77fd3210003dd32fed00e</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::virtual_run</name>
    <filename>classeyeballs_1_1virtual__run.html</filename>
    <templarg>class T</templarg>
    <member kind="function">
      <type>outcome&lt; T &gt; &amp;</type>
      <name>end</name>
      <anchorfile>classeyeballs_1_1virtual__run.html</anchorfile>
      <anchor>afabd1d3d600e007fe1776281fc61e1bf</anchor>
      <arglist>() noexcept</arglist>
    </member>
  </compound>
  <compound kind="class">
    <name>eyeballs::virtual_time</name>
    <filename>classeyeballs_1_1virtual__time.html</filename>
    <class kind="struct">eyeballs::virtual_time::pending_work</class>
    <member kind="function">
      <type></type>
      <name>virtual_time</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a8d5130bb06477f480bb77bac109351db</anchor>
      <arglist>(detail::frame_resource *frames=nullptr) noexcept</arglist>
    </member>
    <member kind="function">
      <type>virtual_run&lt; T &gt; &amp;</type>
      <name>start</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a9a091e616ecbb3b56bb542b64eff53ec</anchor>
      <arglist>(task&lt; T &gt; t)</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>step</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a1f1d4bb15eaf79d903da59d90c94e507</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>run</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>aac448b923c0a22d63ac59c0efe7d04a4</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>void</type>
      <name>run_until</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a3e000f592dfb9e1c2cf59c96c70b1913</anchor>
      <arglist>(duration since)</arglist>
    </member>
    <member kind="function">
      <type>duration</type>
      <name>elapsed</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a0c71631b4c04eac9af0e3f75a95f8892</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>pending_work</type>
      <name>pending</name>
      <anchorfile>classeyeballs_1_1virtual__time.html</anchorfile>
      <anchor>a68b9e2b5f00ee5c56f58c4d007e7075a</anchor>
      <arglist>() const noexcept</arglist>
    </member>
  </compound>
  <compound kind="concept">
    <name>eyeballs::connector_source</name>
    <filename>concepteyeballs_1_1connector__source.html</filename>
  </compound>
  <compound kind="concept">
    <name>eyeballs::operation</name>
    <filename>concepteyeballs_1_1operation.html</filename>
  </compound>
  <compound kind="concept">
    <name>eyeballs::stagger</name>
    <filename>concepteyeballs_1_1stagger.html</filename>
  </compound>
  <compound kind="concept">
    <name>eyeballs::transport_of</name>
    <filename>concepteyeballs_1_1transport__of.html</filename>
  </compound>
  <compound kind="namespace">
    <name>eyeballs</name>
    <filename>namespaceeyeballs.html</filename>
    <namespace>eyeballs::on_threads</namespace>
    <class kind="class">eyeballs::address_filter</class>
    <class kind="class">eyeballs::attempt_observer</class>
    <class kind="struct">eyeballs::attempt_subject</class>
    <class kind="class">eyeballs::cares_resolver</class>
    <class kind="struct">eyeballs::configurable_values</class>
    <class kind="struct">eyeballs::connect_event</class>
    <class kind="class">eyeballs::connect_observer</class>
    <class kind="struct">eyeballs::connect_options</class>
    <class kind="struct">eyeballs::connect_report</class>
    <class kind="struct">eyeballs::connect_subject</class>
    <class kind="struct">eyeballs::connect_timeline</class>
    <class kind="struct">eyeballs::connectivity</class>
    <class kind="struct">eyeballs::dataflow_variable</class>
    <class kind="class">eyeballs::endpoint_list</class>
    <class kind="struct">eyeballs::environment</class>
    <class kind="struct">eyeballs::error</class>
    <class kind="struct">eyeballs::failure</class>
    <class kind="class">eyeballs::history</class>
    <class kind="class">eyeballs::history_view</class>
    <class kind="class">eyeballs::ip_address</class>
    <class kind="class">eyeballs::nat64_prefix</class>
    <class kind="struct">eyeballs::omission_subject</class>
    <class kind="struct">eyeballs::policy_row</class>
    <class kind="struct">eyeballs::policy_table</class>
    <class kind="struct">eyeballs::query_subject</class>
    <class kind="class">eyeballs::resolver</class>
    <class kind="struct">eyeballs::scheduler</class>
    <class kind="class">eyeballs::socket_preparer</class>
    <class kind="struct">eyeballs::source_address</class>
    <class kind="struct">eyeballs::stop_callback</class>
    <class kind="struct">eyeballs::stop_source</class>
    <class kind="struct">eyeballs::stop_token</class>
    <class kind="struct">eyeballs::stopped_t</class>
    <class kind="struct">eyeballs::task</class>
    <class kind="struct">eyeballs::task_error</class>
    <class kind="struct">eyeballs::timeline_row</class>
    <class kind="struct">eyeballs::timeline_style</class>
    <class kind="struct">eyeballs::use_task_t</class>
    <class kind="struct">eyeballs::v4_scope_row</class>
    <class kind="class">eyeballs::virtual_run</class>
    <class kind="class">eyeballs::virtual_time</class>
    <concept>eyeballs::connector_source</concept>
    <concept>eyeballs::stagger</concept>
    <concept>eyeballs::transport_of</concept>
    <concept>eyeballs::operation</concept>
    <member kind="typedef">
      <type>::asio::error_code</type>
      <name>error_code</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga89c10921b393fee311d5b8d882e4d629</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_system_resolver&lt;&gt;</type>
      <name>system_resolver</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaefab59438cd79fb64df04d25756b9eea</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::asio::ip::tcp</type>
      <name>tcp</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabde484212bce2ba0768873bdde3d4266</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>std::chrono::nanoseconds</type>
      <name>duration</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gac082b9a5408de621be64afb99a442963</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>std::chrono::time_point&lt; std::chrono::steady_clock, duration &gt;</type>
      <name>time_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf6d470813c871e0131d0aaa43052b084</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_result&lt; T &gt;</type>
      <name>result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0ab7093b53a0c3e20dd4bf328deee0a1</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_result&lt; T, stopped_t &gt;</type>
      <name>outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1aa4471a6828190fbc2f7f056d3a3d8f</anchor>
      <arglist></arglist>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>address_family</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga9a9548323da63a06038f334d1c641246</anchor>
      <arglist></arglist>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a5ed3a3ff8e5c29979502b9030e8518e0">v4</enumvalue>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a0af45c99beb7a9afc9192665c4a05cd3">v6</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>time_limit</name>
      <anchorfile>group__attempts.html</anchorfile>
      <anchor>gaa656efd7cd368634b3e607ad62e08429</anchor>
      <arglist></arglist>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a334c4a4c42fdb79d7ebc3e73b517e6f8">none</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a7103ceb6352770f39ca666ddf8d2ca81">attempt_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a197a49e64d1cb54e34c4a233260bed3e">resolution_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a90272dda245ae1fb3cf197e91a8689dc">timeout</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>connect_event_kind</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga2d2d6bd8581f0b742b817b5e98283e0d</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da727a181a78a6a5fb370f2cbd7f3e79ad">began</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da519af87b2fe0c2d23582941968e87c71">query_asked</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da972a82286923cc19a0ae444a9acad633">query_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5cd77d8a00be9d82cfaae0dfa13bfc67">address_left_out</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5d1655e9d55ba341298177849ba4bb48">attempt_started</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da1c190a028e896ebfd78d9c17b8d84918">attempt_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0dadd2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>report_state</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>gafc352174176414b07e58e1c359e60064</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a6b2ded51d81a4403d8a4bd25fa1e57ee">done</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>errc</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae192fa4d7e90a60443ed817d2707772f</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fab4a5147d08238e8f05a9bcece7ed3b67">no_endpoints</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf031970232f56764da419cf437b10461">nothing_to_race</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa34007050c21d09c2760c8c64d291e18e">deadlock</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf0a0bfe6bc7d2c58d2989034f83183e0">stopped</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa42552b1f133f9f8eb406d4f306ea9fd1">exception</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>start_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga559f071ca4f0b67f077343a23954b022</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022add2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>timeline_mark</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga17ecc9091a4321c0264aae733f716ed2</anchor>
      <arglist></arglist>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2abef43a30845ab1a8e7dd32f6f7a9de3b">answered</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a06aa6fa8bdc2078e7e1bd903e70c8f6a">connected</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>sort_destinations</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga18f853b09eb0e9d735a582566da1443e</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints, AddressOf address_of, SourceOf source_of, const policy_table &amp;table=default_policy_table, const History &amp;history=History())</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>interleave</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga0a2efc0677562a411c94d558cb82c817</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; sorted, Family family, std::size_t first_family_count=1)</arglist>
    </member>
    <member kind="function">
      <type>constexpr int</type>
      <name>common_prefix_length</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga41778b38062d871e669b3d93326025ac</anchor>
      <arglist>(const ip_address &amp;a, const ip_address &amp;b) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>in_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga68f52e04f6ffe7f051b53b51090c747a</anchor>
      <arglist>(const ip_address &amp;address, const ip_address &amp;prefix, int bits) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr nat64_prefix</type>
      <name>well_known_nat64_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga72c692f59d76074513cdb45ae71d6b7e</anchor>
      <arglist>(ip_address(ip_address::v6_bytes{0, 0x64, 0xff, 0x9b}), 96)</arglist>
    </member>
    <member kind="function">
      <type>constexpr ip_address</type>
      <name>synthesize</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga589ce71af1355e0d36fa8b8587f4150c</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr std::optional&lt; ip_address &gt;</type>
      <name>extract</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga98fb76c191e9fc8807cc0dab02ce3aef</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga47f76a4ce4041ceef295a21bea07a6a1</anchor>
      <arglist>(const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga5d65a4bca5235c95be872bcc9b52ded6</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; nat64_prefix &gt;</type>
      <name>find_nat64_prefixes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gab257637c772c06320382f978e8fbfcdd</anchor>
      <arglist>(std::span&lt; const ip_address &gt; answers)</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>remove_duplicates</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gaf5012fea31fe23dbd00ed8116dfc85ea</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad2ed80cae58124ec431addd63667e04b</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cfb1ca0efa6c6fc6770e5e2a2ffc24a</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7e2b517eb4234a1bc53232b2105ff758</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0fa0aa4a4da1e7a27cec5dc831191555</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gae1bfe9e23943fc59518533d4bdc3c6e3</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga2c74d51af3d09cbc699932075fbfe46b</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5f34ea463e6df55595424ecee6cb17f6</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gab1dcae4df517dde9eba4a4a90b427e04</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabb19a020615bdcc0504ea6607d7b1bb8</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga457287487e1e68ff16bc217ca9dc4fc5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga251071aac131662e497de2285c3095a4</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad5f162d46efcedfe3118b9f6d22328db</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4d668b3ca7fd5b9e54b0d1e28e0b455f</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga13a207304d8091898a257b9d2180c2a6</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cce7c02df966f008bc988e6094e627e</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4a1587d1d69d45e51fb5fb5d3d2618c5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga28f4b2dea423b013079bb80e2ea33dbc</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac2b7d1023d1bfabc51762a9ac1f05223</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_happy_eyeballs</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7c17a712a7775f4c0d61a3ca969578f6</anchor>
      <arglist>(Place &amp;&amp;place, Delay delay, Close close, Connectors connectors, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff90782fb28f4f4d60424b5a1d0938da</anchor>
      <arglist>(const Executor &amp;executor, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0f9338d4dea20a59f311ffea592aecb4</anchor>
      <arglist>(const Executor &amp;executor, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga93b2e374681e219d06f9bbcfc2fac965</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gacdc2561125d24c7502e525826d61f3e8</anchor>
      <arglist>(Context &amp;context, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga337cb0daff460dc6afbd5bf6c12d425a</anchor>
      <arglist>(Context &amp;context, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga35d178bb742f478b979641844a38b2e2</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7bf1ab5a8629d9d27bc7eda66c942333</anchor>
      <arglist>(detail::asio::any_io_executor executor, std::string host, std::string service, connect_options options={})</arglist>
    </member>
    <member kind="function">
      <type>const connect_report&lt; tcp::endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff51af87421a022bedc261563b14f6d9</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
    <member kind="function">
      <type>result&lt; std::optional&lt; std::vector&lt; tcp::endpoint &gt; &gt; &gt;</type>
      <name>known_endpoints</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga45fe4a75a798fccba29d798080c5101f</anchor>
      <arglist>(const std::string &amp;host, const std::string &amp;service)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; nat64_prefix &gt; &gt;</type>
      <name>discover_nat64</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc620fdad2bdb51c96192db6efd6f728</anchor>
      <arglist>(resolver&lt; tcp::endpoint &gt; &amp;resolver)</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; tcp::endpoint &gt;</type>
      <name>synthesize</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac17ca1ff88c8b6b10d958d9661cba74a</anchor>
      <arglist>(const std::vector&lt; nat64_prefix &gt; &amp;prefixes, const std::vector&lt; tcp::endpoint &gt; &amp;v4)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; tcp::endpoint &gt; &gt;</type>
      <name>resolve</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1e794d250b1fdfd50ea051fe040665e0</anchor>
      <arglist>(std::string host, std::string service)</arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>to_ip_address</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga33fb30fbc236c48b4d15d34362e3b6a3</anchor>
      <arglist>(const detail::asio::ip::address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga950312ad085e04b4e5ebba0ba6496acd</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>tcp::endpoint</type>
      <name>without_mapping</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e61f207b612d36a3217f1b1a2ff33ee</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>detail::asio::ip::address</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga98e17669408289295068a13fcf959362</anchor>
      <arglist>(const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_string</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1c1ef03c2f513f0ac45337c25120c83b</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint)</arglist>
    </member>
    <member kind="function">
      <type>std::error_code</type>
      <name>from_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5ddf6538852064ee0219ddfc03d9fde1</anchor>
      <arglist>(const error_code &amp;code) noexcept</arglist>
    </member>
    <member kind="function">
      <type>error_code</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e57e4892a6c5a159ca73b1539613d7b</anchor>
      <arglist>(const std::error_code &amp;code) noexcept</arglist>
    </member>
    <member kind="function">
      <type>connectivity</type>
      <name>find_connectivity</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc04f64ea138c58e241dae38bef0c7c5</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::optional&lt; ip_address &gt;</type>
      <name>source_address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga37ba0d237ec83f6dc9841711409aa266</anchor>
      <arglist>(const ip_address &amp;destination) noexcept</arglist>
    </member>
    <member kind="function">
      <type>policy_table</type>
      <name>system_policy</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff9b000de55ff8438ca47290fa5af09d</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga18dc9b045042082a2d5e032ddbda0f05</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaa8072aed2324a3fbdc42d8e947c367e7</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect_to</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga96a6ed4e318af6ea609d778a3510a0ba</anchor>
      <arglist>(detail::asio::any_io_executor executor, tcp::endpoint endpoint)</arglist>
    </member>
    <member kind="function">
      <type>time_point</type>
      <name>deadline</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5fd2c3c38769a2d3a118219337806f5d</anchor>
      <arglist>(time_point from, Duration d) noexcept</arglist>
    </member>
    <member kind="function">
      <type>const connect_report&lt; Endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga27ab5cb1e68939736b9b61a0c0c85683</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect_by_name</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga6887d62f3a084fbc68b2054d9c82c84d</anchor>
      <arglist>(resolver&lt; Endpoint &gt; &amp;names, Transport &amp;transport, std::string host, std::string service, configurable_values values={}, connect_report&lt; Endpoint &gt; *report=nullptr) -&gt; task&lt; typename detail::operation_of&lt; decltype(transport.attempt(std::declval&lt; const Endpoint &amp; &gt;(), std::size_t()))&gt;::value_type &gt;</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>as_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga85c0e015577eddbb0d07e5875f9cdf56</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>as_outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5247eb6989e4780186d11912e68e2bad</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>const std::error_category &amp;</type>
      <name>eyeballs_category</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaebd62ac1da3e82313bad3620a6842184</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::error_code</type>
      <name>make_error_code</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga7bf38e7fc52513290eb9a97f9ee85a1c</anchor>
      <arglist>(errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>operator==</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gad5f2b4c8e074318eef0e4834976bc80e</anchor>
      <arglist>(const std::error_code &amp;code, errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>fail</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1390b6f4bac2afba26a844a16b411eab</anchor>
      <arglist>(Why &amp;&amp;... why)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>join</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga9a825f269054b6b532d804cbf7f7fdaf</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>race</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaabd357ed7227679ba666f10653fe74df</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>shield</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga4f68e2869b6080f611481e006f9e7efd</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>sleep</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0f84ade06480279c4607cf6d64ced6ad</anchor>
      <arglist>(Duration d) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>never</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae5b5719e3997d4f85924cad9be2823cd</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>current_environment</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf5c131b20b353c44bb498c17c7e667ba</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_requested</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga74c5056fdd779a2617e17d7d328128af</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga33ac531d99d77e7edc8e2f4685b39e33</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>yield_turn</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gacba839f6aa8fa47cf39c89e30dfed5b3</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>timeout</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gafea8ce9b31fd3fa3462e5870ce0ca4be</anchor>
      <arglist>(A &amp;&amp;a, Duration d)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga50c614aa1b666bac1edb69208bed3b39</anchor>
      <arglist>(Delay &amp;&amp;delay, Close &amp;&amp;close, Connectors &amp;&amp;connectors)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>gabc9577f2b45d19646f292659f241b7fd</anchor>
      <arglist>(Delay &amp;&amp;delay, Connectors &amp;&amp;connectors)</arglist>
    </member>
    <member kind="function">
      <type>outcome&lt; T &gt;</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>gadef22f408823e4e41bb6558c8740d8f5</anchor>
      <arglist>(task&lt; T &gt; t)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>ga6dee91818bcc82aa296be27096a4cac8</anchor>
      <arglist>(A a)</arglist>
    </member>
    <member kind="function">
      <type>connect_timeline</type>
      <name>timeline_of</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga4ac3b70983ea99cb47881d6e4b4978c4</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, std::string title, Text text_of)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga8656935417f70cf0aa7a4c46b5534c5a</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, Text text_of)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_svg</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga6888c42f4623baa1b42282cc11b3fbbe</anchor>
      <arglist>(const connect_timeline &amp;t)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga82865f30f969274ade3487cd20117152</anchor>
      <arglist>(const connect_timeline &amp;t, const timeline_style &amp;style={})</arglist>
    </member>
    <member kind="variable">
      <type>constexpr std::array&lt; policy_row, 9 &gt;</type>
      <name>default_policy_table</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gac5b06aa96f52da1735a0954f8b602974</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>constexpr std::array&lt; v4_scope_row, 2 &gt;</type>
      <name>default_v4_scopes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga15d1911384fa1a53738551bcd689e30c</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>constexpr use_task_t</type>
      <name>use_task</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaf0378e2b761c79cb22f6878765fb63a8</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>constexpr stopped_t</type>
      <name>stopped</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf855badd9fcc6e6725c4106ec2f7fedc</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="namespace">
    <name>eyeballs::on_threads</name>
    <filename>namespaceeyeballs_1_1on__threads.html</filename>
  </compound>
  <compound kind="group">
    <name>happy_eyeballs</name>
    <title>Happy Eyeballs</title>
    <filename>group__happy__eyeballs.html</filename>
    <member kind="function">
      <type>auto</type>
      <name>connect_by_name</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga6887d62f3a084fbc68b2054d9c82c84d</anchor>
      <arglist>(resolver&lt; Endpoint &gt; &amp;names, Transport &amp;transport, std::string host, std::string service, configurable_values values={}, connect_report&lt; Endpoint &gt; *report=nullptr) -&gt; task&lt; typename detail::operation_of&lt; decltype(transport.attempt(std::declval&lt; const Endpoint &amp; &gt;(), std::size_t()))&gt;::value_type &gt;</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>ga50c614aa1b666bac1edb69208bed3b39</anchor>
      <arglist>(Delay &amp;&amp;delay, Close &amp;&amp;close, Connectors &amp;&amp;connectors)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>happy_eyeballs</name>
      <anchorfile>group__happy__eyeballs.html</anchorfile>
      <anchor>gabc9577f2b45d19646f292659f241b7fd</anchor>
      <arglist>(Delay &amp;&amp;delay, Connectors &amp;&amp;connectors)</arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>asio</name>
    <title>With Asio</title>
    <filename>group__asio.html</filename>
    <class kind="class">eyeballs::cares_resolver</class>
    <class kind="class">eyeballs::address_filter</class>
    <class kind="class">eyeballs::socket_preparer</class>
    <class kind="struct">eyeballs::connect_options</class>
    <class kind="struct">eyeballs::connectivity</class>
    <class kind="struct">eyeballs::use_task_t</class>
    <member kind="typedef">
      <type>::asio::error_code</type>
      <name>error_code</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga89c10921b393fee311d5b8d882e4d629</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_system_resolver&lt;&gt;</type>
      <name>system_resolver</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaefab59438cd79fb64df04d25756b9eea</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::asio::ip::tcp</type>
      <name>tcp</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabde484212bce2ba0768873bdde3d4266</anchor>
      <arglist></arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad2ed80cae58124ec431addd63667e04b</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cfb1ca0efa6c6fc6770e5e2a2ffc24a</anchor>
      <arglist>(Place &amp;&amp;place, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7e2b517eb4234a1bc53232b2105ff758</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0fa0aa4a4da1e7a27cec5dc831191555</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gae1bfe9e23943fc59518533d4bdc3c6e3</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga2c74d51af3d09cbc699932075fbfe46b</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5f34ea463e6df55595424ecee6cb17f6</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gab1dcae4df517dde9eba4a4a90b427e04</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gabb19a020615bdcc0504ea6607d7b1bb8</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, error_code &amp;code)</arglist>
    </member>
    <member kind="function">
      <type>Iterator</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga457287487e1e68ff16bc217ca9dc4fc5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga251071aac131662e497de2285c3095a4</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, connect_options options, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gad5f162d46efcedfe3118b9f6d22328db</anchor>
      <arglist>(Place &amp;&amp;place, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4d668b3ca7fd5b9e54b0d1e28e0b455f</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, connect_options options, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga13a207304d8091898a257b9d2180c2a6</anchor>
      <arglist>(detail::asio::basic_socket&lt; tcp, Executor &gt; &amp;socket, detail::host_argument host, detail::service_argument service, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga9cce7c02df966f008bc988e6094e627e</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga4a1587d1d69d45e51fb5fb5d3d2618c5</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, const Endpoints &amp;endpoints, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga28f4b2dea423b013079bb80e2ea33dbc</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Condition condition, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac2b7d1023d1bfabc51762a9ac1f05223</anchor>
      <arglist>(detail::asio::basic_socket&lt; Protocol, Executor &gt; &amp;socket, Iterator begin, Iterator end, Token &amp;&amp;token=detail::default_token&lt; Executor &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>async_happy_eyeballs</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7c17a712a7775f4c0d61a3ca969578f6</anchor>
      <arglist>(Place &amp;&amp;place, Delay delay, Close close, Connectors connectors, Token &amp;&amp;token=detail::default_token&lt; detail::executor_at&lt; Place &gt; &gt;())</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff90782fb28f4f4d60424b5a1d0938da</anchor>
      <arglist>(const Executor &amp;executor, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga0f9338d4dea20a59f311ffea592aecb4</anchor>
      <arglist>(const Executor &amp;executor, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga93b2e374681e219d06f9bbcfc2fac965</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gacdc2561125d24c7502e525826d61f3e8</anchor>
      <arglist>(Context &amp;context, task&lt; T &gt; t, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga337cb0daff460dc6afbd5bf6c12d425a</anchor>
      <arglist>(Context &amp;context, A a, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>co_spawn</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga35d178bb742f478b979641844a38b2e2</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Token &amp;&amp;token)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga7bf1ab5a8629d9d27bc7eda66c942333</anchor>
      <arglist>(detail::asio::any_io_executor executor, std::string host, std::string service, connect_options options={})</arglist>
    </member>
    <member kind="function">
      <type>const connect_report&lt; tcp::endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff51af87421a022bedc261563b14f6d9</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
    <member kind="function">
      <type>result&lt; std::optional&lt; std::vector&lt; tcp::endpoint &gt; &gt; &gt;</type>
      <name>known_endpoints</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga45fe4a75a798fccba29d798080c5101f</anchor>
      <arglist>(const std::string &amp;host, const std::string &amp;service)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; nat64_prefix &gt; &gt;</type>
      <name>discover_nat64</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc620fdad2bdb51c96192db6efd6f728</anchor>
      <arglist>(resolver&lt; tcp::endpoint &gt; &amp;resolver)</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; tcp::endpoint &gt;</type>
      <name>synthesize</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gac17ca1ff88c8b6b10d958d9661cba74a</anchor>
      <arglist>(const std::vector&lt; nat64_prefix &gt; &amp;prefixes, const std::vector&lt; tcp::endpoint &gt; &amp;v4)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; std::vector&lt; tcp::endpoint &gt; &gt;</type>
      <name>resolve</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1e794d250b1fdfd50ea051fe040665e0</anchor>
      <arglist>(std::string host, std::string service)</arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>to_ip_address</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga33fb30fbc236c48b4d15d34362e3b6a3</anchor>
      <arglist>(const detail::asio::ip::address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>ip_address</type>
      <name>address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga950312ad085e04b4e5ebba0ba6496acd</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>tcp::endpoint</type>
      <name>without_mapping</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e61f207b612d36a3217f1b1a2ff33ee</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint) noexcept</arglist>
    </member>
    <member kind="function">
      <type>detail::asio::ip::address</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga98e17669408289295068a13fcf959362</anchor>
      <arglist>(const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_string</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga1c1ef03c2f513f0ac45337c25120c83b</anchor>
      <arglist>(const tcp::endpoint &amp;endpoint)</arglist>
    </member>
    <member kind="function">
      <type>std::error_code</type>
      <name>from_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga5ddf6538852064ee0219ddfc03d9fde1</anchor>
      <arglist>(const error_code &amp;code) noexcept</arglist>
    </member>
    <member kind="function">
      <type>error_code</type>
      <name>to_asio</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga6e57e4892a6c5a159ca73b1539613d7b</anchor>
      <arglist>(const std::error_code &amp;code) noexcept</arglist>
    </member>
    <member kind="function">
      <type>connectivity</type>
      <name>find_connectivity</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gadc04f64ea138c58e241dae38bef0c7c5</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::optional&lt; ip_address &gt;</type>
      <name>source_address_of</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga37ba0d237ec83f6dc9841711409aa266</anchor>
      <arglist>(const ip_address &amp;destination) noexcept</arglist>
    </member>
    <member kind="function">
      <type>policy_table</type>
      <name>system_policy</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaff9b000de55ff8438ca47290fa5af09d</anchor>
      <arglist>()</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga18dc9b045042082a2d5e032ddbda0f05</anchor>
      <arglist>(const Executor &amp;executor, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_on</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaa8072aed2324a3fbdc42d8e947c367e7</anchor>
      <arglist>(Context &amp;context, F &amp;&amp;f, Args &amp;&amp;... args)</arglist>
    </member>
    <member kind="function">
      <type>task&lt; tcp::socket &gt;</type>
      <name>connect_to</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>ga96a6ed4e318af6ea609d778a3510a0ba</anchor>
      <arglist>(detail::asio::any_io_executor executor, tcp::endpoint endpoint)</arglist>
    </member>
    <member kind="variable">
      <type>constexpr use_task_t</type>
      <name>use_task</name>
      <anchorfile>group__asio.html</anchorfile>
      <anchor>gaf0378e2b761c79cb22f6878765fb63a8</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>tasks</name>
    <title>Tasks</title>
    <filename>group__tasks.html</filename>
    <concept>eyeballs::operation</concept>
    <class kind="struct">eyeballs::dataflow_variable</class>
    <class kind="struct">eyeballs::task</class>
    <class kind="struct">eyeballs::error</class>
    <class kind="struct">eyeballs::task_error</class>
    <class kind="struct">eyeballs::failure</class>
    <class kind="struct">eyeballs::environment</class>
    <class kind="struct">eyeballs::stopped_t</class>
    <class kind="struct">eyeballs::scheduler</class>
    <class kind="struct">eyeballs::stop_token</class>
    <class kind="struct">eyeballs::stop_source</class>
    <class kind="struct">eyeballs::stop_callback</class>
    <member kind="typedef">
      <type>std::chrono::nanoseconds</type>
      <name>duration</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gac082b9a5408de621be64afb99a442963</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>std::chrono::time_point&lt; std::chrono::steady_clock, duration &gt;</type>
      <name>time_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf6d470813c871e0131d0aaa43052b084</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_result&lt; T &gt;</type>
      <name>result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0ab7093b53a0c3e20dd4bf328deee0a1</anchor>
      <arglist></arglist>
    </member>
    <member kind="typedef">
      <type>detail::basic_result&lt; T, stopped_t &gt;</type>
      <name>outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1aa4471a6828190fbc2f7f056d3a3d8f</anchor>
      <arglist></arglist>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>errc</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae192fa4d7e90a60443ed817d2707772f</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fab4a5147d08238e8f05a9bcece7ed3b67">no_endpoints</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf031970232f56764da419cf437b10461">nothing_to_race</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa34007050c21d09c2760c8c64d291e18e">deadlock</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772faf0a0bfe6bc7d2c58d2989034f83183e0">stopped</enumvalue>
      <enumvalue file="group__tasks.html" anchor="ggae192fa4d7e90a60443ed817d2707772fa42552b1f133f9f8eb406d4f306ea9fd1">exception</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>start_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga559f071ca4f0b67f077343a23954b022</anchor>
      <arglist></arglist>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022add2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
      <enumvalue file="group__tasks.html" anchor="gga559f071ca4f0b67f077343a23954b022a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
    </member>
    <member kind="function">
      <type>time_point</type>
      <name>deadline</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5fd2c3c38769a2d3a118219337806f5d</anchor>
      <arglist>(time_point from, Duration d) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>as_result</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga85c0e015577eddbb0d07e5875f9cdf56</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>as_outcome</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga5247eb6989e4780186d11912e68e2bad</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>const std::error_category &amp;</type>
      <name>eyeballs_category</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaebd62ac1da3e82313bad3620a6842184</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::error_code</type>
      <name>make_error_code</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga7bf38e7fc52513290eb9a97f9ee85a1c</anchor>
      <arglist>(errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>operator==</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gad5f2b4c8e074318eef0e4834976bc80e</anchor>
      <arglist>(const std::error_code &amp;code, errc e) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>fail</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1390b6f4bac2afba26a844a16b411eab</anchor>
      <arglist>(Why &amp;&amp;... why)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>join</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga9a825f269054b6b532d804cbf7f7fdaf</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>race</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaabd357ed7227679ba666f10653fe74df</anchor>
      <arglist>(As &amp;&amp;... as)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>shield</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga4f68e2869b6080f611481e006f9e7efd</anchor>
      <arglist>(A &amp;&amp;a)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>sleep</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga0f84ade06480279c4607cf6d64ced6ad</anchor>
      <arglist>(Duration d) noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>never</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gae5b5719e3997d4f85924cad9be2823cd</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>current_environment</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf5c131b20b353c44bb498c17c7e667ba</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_requested</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga74c5056fdd779a2617e17d7d328128af</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>stop_point</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga33ac531d99d77e7edc8e2f4685b39e33</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>yield_turn</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gacba839f6aa8fa47cf39c89e30dfed5b3</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>timeout</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gafea8ce9b31fd3fa3462e5870ce0ca4be</anchor>
      <arglist>(A &amp;&amp;a, Duration d)</arglist>
    </member>
    <member kind="function">
      <type>std::exception_ptr</type>
      <name>exception</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga1156d63a418604d1e4ccc7ce3eec2969</anchor>
      <arglist>() const</arglist>
    </member>
    <member kind="function" static="yes">
      <type>static error</type>
      <name>current</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga12b3ed485e17acebe5fe235c08dc06ad</anchor>
      <arglist>() noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>stop_requested</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga9e68ec4fbc3f863db425c66f03e0be3b</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="function">
      <type>bool</type>
      <name>stop_arrived</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>ga766cc0a40f186a8f4fbc349ff2c42b7c</anchor>
      <arglist>() const noexcept</arglist>
    </member>
    <member kind="variable">
      <type>constexpr stopped_t</type>
      <name>stopped</name>
      <anchorfile>group__tasks.html</anchorfile>
      <anchor>gaf855badd9fcc6e6725c4106ec2f7fedc</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>attempts</name>
    <title>Attempts</title>
    <filename>group__attempts.html</filename>
    <concept>eyeballs::connector_source</concept>
    <concept>eyeballs::stagger</concept>
    <class kind="class">eyeballs::attempt_observer</class>
    <class kind="struct">eyeballs::attempt_subject</class>
    <member kind="enumeration">
      <type></type>
      <name>time_limit</name>
      <anchorfile>group__attempts.html</anchorfile>
      <anchor>gaa656efd7cd368634b3e607ad62e08429</anchor>
      <arglist></arglist>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a334c4a4c42fdb79d7ebc3e73b517e6f8">none</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a7103ceb6352770f39ca666ddf8d2ca81">attempt_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a197a49e64d1cb54e34c4a233260bed3e">resolution_timeout</enumvalue>
      <enumvalue file="group__attempts.html" anchor="ggaa656efd7cd368634b3e607ad62e08429a90272dda245ae1fb3cf197e91a8689dc">timeout</enumvalue>
    </member>
  </compound>
  <compound kind="group">
    <name>by_name</name>
    <title>From a name to attempts</title>
    <filename>group__by__name.html</filename>
    <concept>eyeballs::transport_of</concept>
    <class kind="struct">eyeballs::configurable_values</class>
    <class kind="struct">eyeballs::connect_report</class>
    <class kind="struct">eyeballs::connect_event</class>
    <class kind="class">eyeballs::connect_observer</class>
    <class kind="struct">eyeballs::connect_subject</class>
    <class kind="class">eyeballs::endpoint_list</class>
    <class kind="struct">eyeballs::query_subject</class>
    <class kind="struct">eyeballs::omission_subject</class>
    <class kind="class">eyeballs::resolver</class>
    <member kind="enumeration">
      <type></type>
      <name>connect_event_kind</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga2d2d6bd8581f0b742b817b5e98283e0d</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da727a181a78a6a5fb370f2cbd7f3e79ad">began</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da519af87b2fe0c2d23582941968e87c71">query_asked</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da972a82286923cc19a0ae444a9acad633">query_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5cd77d8a00be9d82cfaae0dfa13bfc67">address_left_out</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da5d1655e9d55ba341298177849ba4bb48">attempt_started</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0da1c190a028e896ebfd78d9c17b8d84918">attempt_ended</enumvalue>
      <enumvalue file="group__by__name.html" anchor="gga2d2d6bd8581f0b742b817b5e98283e0dadd2677d07f29951449ecbd2ab3b896eb">ended</enumvalue>
    </member>
    <member kind="enumeration">
      <type></type>
      <name>report_state</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>gafc352174176414b07e58e1c359e60064</anchor>
      <arglist></arglist>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a6b2ded51d81a4403d8a4bd25fa1e57ee">done</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__by__name.html" anchor="ggafc352174176414b07e58e1c359e60064a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="function">
      <type>const connect_report&lt; Endpoint &gt; *</type>
      <name>report_of</name>
      <anchorfile>group__by__name.html</anchorfile>
      <anchor>ga27ab5cb1e68939736b9b61a0c0c85683</anchor>
      <arglist>(const error &amp;why) noexcept</arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>address</name>
    <title>Addresses</title>
    <filename>group__address.html</filename>
    <class kind="struct">eyeballs::source_address</class>
    <class kind="class">eyeballs::history</class>
    <class kind="class">eyeballs::history_view</class>
    <class kind="class">eyeballs::ip_address</class>
    <class kind="class">eyeballs::nat64_prefix</class>
    <class kind="struct">eyeballs::policy_row</class>
    <class kind="struct">eyeballs::policy_table</class>
    <class kind="struct">eyeballs::v4_scope_row</class>
    <member kind="enumeration">
      <type></type>
      <name>address_family</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga9a9548323da63a06038f334d1c641246</anchor>
      <arglist></arglist>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a5ed3a3ff8e5c29979502b9030e8518e0">v4</enumvalue>
      <enumvalue file="group__address.html" anchor="gga9a9548323da63a06038f334d1c641246a0af45c99beb7a9afc9192665c4a05cd3">v6</enumvalue>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>sort_destinations</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga18f853b09eb0e9d735a582566da1443e</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints, AddressOf address_of, SourceOf source_of, const policy_table &amp;table=default_policy_table, const History &amp;history=History())</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>interleave</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga0a2efc0677562a411c94d558cb82c817</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; sorted, Family family, std::size_t first_family_count=1)</arglist>
    </member>
    <member kind="function">
      <type>constexpr int</type>
      <name>common_prefix_length</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga41778b38062d871e669b3d93326025ac</anchor>
      <arglist>(const ip_address &amp;a, const ip_address &amp;b) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>in_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga68f52e04f6ffe7f051b53b51090c747a</anchor>
      <arglist>(const ip_address &amp;address, const ip_address &amp;prefix, int bits) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr nat64_prefix</type>
      <name>well_known_nat64_prefix</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga72c692f59d76074513cdb45ae71d6b7e</anchor>
      <arglist>(ip_address(ip_address::v6_bytes{0, 0x64, 0xff, 0x9b}), 96)</arglist>
    </member>
    <member kind="function">
      <type>constexpr ip_address</type>
      <name>synthesize</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga589ce71af1355e0d36fa8b8587f4150c</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr std::optional&lt; ip_address &gt;</type>
      <name>extract</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga98fb76c191e9fc8807cc0dab02ce3aef</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;address) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga47f76a4ce4041ceef295a21bea07a6a1</anchor>
      <arglist>(const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>constexpr bool</type>
      <name>synthesizable</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga5d65a4bca5235c95be872bcc9b52ded6</anchor>
      <arglist>(const nat64_prefix &amp;prefix, const ip_address &amp;v4) noexcept</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; nat64_prefix &gt;</type>
      <name>find_nat64_prefixes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gab257637c772c06320382f978e8fbfcdd</anchor>
      <arglist>(std::span&lt; const ip_address &gt; answers)</arglist>
    </member>
    <member kind="function">
      <type>std::vector&lt; Endpoint &gt;</type>
      <name>remove_duplicates</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gaf5012fea31fe23dbd00ed8116dfc85ea</anchor>
      <arglist>(std::vector&lt; Endpoint &gt; endpoints)</arglist>
    </member>
    <member kind="function">
      <type>history_view</type>
      <name>view</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gad064b24c74df2e30fb0af2f7089f832e</anchor>
      <arglist>(std::string_view key)</arglist>
    </member>
    <member kind="variable">
      <type>constexpr std::array&lt; policy_row, 9 &gt;</type>
      <name>default_policy_table</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>gac5b06aa96f52da1735a0954f8b602974</anchor>
      <arglist></arglist>
    </member>
    <member kind="variable">
      <type>constexpr std::array&lt; v4_scope_row, 2 &gt;</type>
      <name>default_v4_scopes</name>
      <anchorfile>group__address.html</anchorfile>
      <anchor>ga15d1911384fa1a53738551bcd689e30c</anchor>
      <arglist></arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>trace</name>
    <title>Timelines</title>
    <filename>group__trace.html</filename>
    <class kind="struct">eyeballs::timeline_row</class>
    <class kind="struct">eyeballs::connect_timeline</class>
    <class kind="struct">eyeballs::timeline_style</class>
    <member kind="enumeration">
      <type></type>
      <name>timeline_mark</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga17ecc9091a4321c0264aae733f716ed2</anchor>
      <arglist></arglist>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2abef43a30845ab1a8e7dd32f6f7a9de3b">answered</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a06aa6fa8bdc2078e7e1bd903e70c8f6a">connected</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a26934eb377001f66e37289a5c93fe284">failed</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a7c6c2e5d48ab37a007cbf70d3ea25fa4">pending</enumvalue>
      <enumvalue file="group__trace.html" anchor="gga17ecc9091a4321c0264aae733f716ed2a88cbf89c7a886d39e3fe85fa64af6d1e">left_out</enumvalue>
    </member>
    <member kind="function">
      <type>connect_timeline</type>
      <name>timeline_of</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga4ac3b70983ea99cb47881d6e4b4978c4</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, std::string title, Text text_of)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga8656935417f70cf0aa7a4c46b5534c5a</anchor>
      <arglist>(const connect_report&lt; Endpoint &gt; &amp;report, Text text_of)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_svg</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga6888c42f4623baa1b42282cc11b3fbbe</anchor>
      <arglist>(const connect_timeline &amp;t)</arglist>
    </member>
    <member kind="function">
      <type>std::string</type>
      <name>to_text</name>
      <anchorfile>group__trace.html</anchorfile>
      <anchor>ga82865f30f969274ade3487cd20117152</anchor>
      <arglist>(const connect_timeline &amp;t, const timeline_style &amp;style={})</arglist>
    </member>
  </compound>
  <compound kind="group">
    <name>testing</name>
    <title>Tests in virtual time</title>
    <filename>group__testing.html</filename>
    <class kind="class">eyeballs::virtual_run</class>
    <class kind="class">eyeballs::virtual_time</class>
    <member kind="function">
      <type>outcome&lt; T &gt;</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>gadef22f408823e4e41bb6558c8740d8f5</anchor>
      <arglist>(task&lt; T &gt; t)</arglist>
    </member>
    <member kind="function">
      <type>auto</type>
      <name>run_in_virtual_time</name>
      <anchorfile>group__testing.html</anchorfile>
      <anchor>ga6dee91818bcc82aa296be27096a4cac8</anchor>
      <arglist>(A a)</arglist>
    </member>
  </compound>
  <compound kind="page">
    <name>index</name>
    <title>Reference</title>
    <filename>index.html</filename>
    <docanchor file="index.html">md__tmp_wt_learn_cmake_reference_main</docanchor>
  </compound>
</tagfile>
