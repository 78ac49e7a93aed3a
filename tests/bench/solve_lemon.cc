// The yardstick of the solver's benchmark: the network simplex of the LEMON library.
#include <chrono>
#include <cstdlib>
#include <malloc.h>
#include <new>

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include "bench/solve_instance.h"

// Everything LEMON takes comes from here, so that it can be counted.
static size_t live_bytes, most_bytes;

void *operator new(std::size_t size)
{
    void *block = std::malloc(size == 0 ? 1 : size);
    if (block == nullptr)
        throw std::bad_alloc();
    live_bytes += malloc_usable_size(block);
    if (live_bytes > most_bytes)
        most_bytes = live_bytes;
    return block;
}

void operator delete(void *block) noexcept
{
    if (block != nullptr)
        live_bytes -= malloc_usable_size(block);
    std::free(block);
}

void operator delete(void *block, std::size_t) noexcept
{
    operator delete(block);
}

using Clock = std::chrono::steady_clock;
using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, int64_t>;

static double ms_since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Network {
    Graph graph;
    Graph::ArcMap<int> room{graph};
    Graph::ArcMap<int64_t> cost{graph};
    Graph::NodeMap<int> supply{graph};

    void add(int from, int to, int arc_room, int64_t arc_cost)
    {
        Graph::Arc arc = graph.addArc(graph.nodeFromId(from), graph.nodeFromId(to));
        room[arc] = arc_room;
        cost[arc] = arc_cost;
    }

    // Needs, then adults, then the sink.
    explicit Network(const instance &drawn)
    {
        const int needs = static_cast<int>(drawn.need_count), adults = static_cast<int>(drawn.adult_count);
        const int sink = needs + adults;
        int units = 0, levels = 0;
        for (int i = 0; i < adults; i++)
            levels += drawn.room[i];
        graph.reserveNode(sink + 1);
        graph.reserveArc(static_cast<int>(drawn.pair_count) + needs + levels);
        for (int i = 0; i <= sink; i++)
            graph.addNode();
        for (int i = 0; i < needs; i++) {
            for (uint32_t pair = drawn.first_pair[i]; pair < drawn.first_pair[i + 1]; pair++)
                add(i, needs + static_cast<int>(drawn.pair_adult[pair]), 1, drawn.pair_cost[pair]);
            supply[graph.nodeFromId(i)] = drawn.wanted[i];
            units += drawn.wanted[i];
        }
        for (int i = 0; i < needs; i++)
            add(i, sink, drawn.wanted[i], OPEN_COST);
        for (int i = 0; i < adults; i++)
            for (int k = 1; k <= drawn.room[i]; k++)
                add(needs + i, sink, 1, SQUARE_COST * (2 * k - 1));
        supply[graph.nodeFromId(sink)] = -units;
    }
};

int lemon_solve(const instance *drawn, lemon_result *result)
{
    const size_t before = live_bytes;
    Clock::time_point start = Clock::now();
    Network network(*drawn);
    result->graph_bytes = live_bytes - before;
    most_bytes = live_bytes;
    Simplex simplex(network.graph);
    simplex.upperMap(network.room).costMap(network.cost).supplyMap(network.supply);
    result->build_ms = ms_since(start);
    start = Clock::now();
    const bool is_optimal = simplex.run() == Simplex::OPTIMAL;
    result->solve_ms = ms_since(start);
    result->solver_bytes = most_bytes - before - result->graph_bytes;
    result->value = simplex.totalCost<int64_t>();
    return is_optimal;
}
