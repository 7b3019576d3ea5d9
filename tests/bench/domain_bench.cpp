// SPDX-License-Identifier: GPL-3.0-or-later
// What rules cost: a decision, a deadline, projections out of the log, acts on many tickets, time.
#include "tests/bench/domain_figures.h"

int main(int argc, char** argv) {
    using namespace zhida::bench;
    const Arguments arguments(argc, argv, {"tickets"});
    std::vector<Figure> figures;
    for (const std::vector<Figure>& part :
         {decideFigures(), deadlineFigures(), bulkFigures(), schedulerFigures(arguments.number("tickets", 100'000))}) {
        figures.insert(figures.end(), part.begin(), part.end());
    }
    print("domain", figures, arguments.json());
}
